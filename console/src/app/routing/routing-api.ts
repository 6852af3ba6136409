import { Injectable, inject } from '@angular/core';
import type { ChannelRouting, Operations, RoutingRules } from '../desk/contract.js';
import { type BodyOf, DeskLine } from '../desk/desk-line.js';

export type RequestFacts = BodyOf<'tryRouting'>;
export type RoutingTrial =
  Operations['tryRouting']['responses'][200]['content']['application/json'];

/** How requests find their channel, and sessions of a channel their technician. */
@Injectable({ providedIn: 'root' })
export class RoutingApi {
  readonly #line = inject(DeskLine);
  readonly #client = this.#line.client;

  channel(channel: string): Promise<ChannelRouting> {
    const params = { path: { channel } };
    return this.#line.answer(this.#client.GET('/api/channels/{channel}/routing', { params }));
  }

  putChannel(channel: string, body: ChannelRouting): Promise<ChannelRouting> {
    const params = { path: { channel }, header: this.#line.token() };
    return this.#line.answer(this.#client.PUT('/api/channels/{channel}/routing', { params, body }));
  }

  rules(): Promise<RoutingRules> {
    return this.#line.answer(this.#client.GET('/api/routing/rules'));
  }

  putRules(body: RoutingRules): Promise<RoutingRules> {
    const params = { header: this.#line.token() };
    return this.#line.answer(this.#client.PUT('/api/routing/rules', { params, body }));
  }

  tryOut(body: RequestFacts): Promise<RoutingTrial> {
    const params = { header: this.#line.token() };
    return this.#line.answer(this.#client.POST('/api/routing/try', { params, body }));
  }

  /** The channels whose routing is mine to set. */
  async channels(): Promise<readonly Named[]> {
    const { channels } = await this.#line.answer(this.#client.GET('/api/directory/channels'));
    return channels.filter(({ abilities }) => abilities.includes('configure'));
  }

  async groups(): Promise<readonly Named[]> {
    return (await this.#line.answer(this.#client.GET('/api/directory/groups'))).groups;
  }

  async customers(): Promise<readonly Named[]> {
    const asked = this.#client.GET('/api/directory/customers');
    return (await this.#line.answer(asked)).customers;
  }

  async sosCalls(): Promise<readonly Named[]> {
    const { sosCalls } = await this.#line.answer(this.#client.GET('/api/sos-calls'));
    return sosCalls.map(({ id: key, name }) => ({ key, name }));
  }

  async technicians(): Promise<readonly Named[]> {
    const asked = this.#client.GET('/api/directory/technicians');
    return (await this.#line.answer(asked)).technicians.map(({ person }) => person);
  }
}

/** Something with a key for the desk and a name for people. */
export interface Named {
  readonly key: string;
  readonly name: string;
}
