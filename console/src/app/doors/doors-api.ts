import { Injectable, inject } from '@angular/core';
import type { Door, SessionDetail, SosCall, Work } from '../desk/contract.js';
import { type BodyOf, DeskLine } from '../desk/desk-line.js';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import { type WorkWatch, workOut } from './work-out.js';

export type CodeEntry = BodyOf<'enterCode'>;
export type SosCallTerms = BodyOf<'createSosCall'>;

/** A piece of work is good for fifteen minutes, and one in a hundred takes five times as long as usual. */
const longestWorkMs = 3 * 60_000;

/** What of the desk lets people in: codes, SOS Calls and the list of what is open. */
@Injectable({ providedIn: 'root' })
export class DoorsApi {
  readonly #line = inject(DeskLine);
  readonly #client = this.#line.client;

  /** Every way in that is open now, and whether there are more than are listed. */
  doors(): Promise<{ readonly doors: readonly Door[]; readonly more: boolean }> {
    return this.#line.answer(this.#client.GET('/api/doors'));
  }

  /** Enters a code; where the desk wants work done first, does it and enters the code again, unless it takes too long. */
  async enter(entry: CodeEntry, key: string, watch: WorkWatch): Promise<SessionDetail> {
    try {
      return await this.#enter(entry, key);
    } catch (thrown) {
      const work = workIn(asProblem(thrown));
      if (!work) throw thrown;
      const expect = (usualMs: number): void => {
        // The work would no longer be good when it is done: its sentence says to wait.
        if (usualMs > longestWorkMs) throw thrown;
        watch.expect(usualMs);
      };
      const proof = await workOut(work, { ...watch, expect });
      return this.#enter({ ...entry, proof }, key);
    }
  }

  async sosCalls(): Promise<readonly SosCall[]> {
    return (await this.#line.answer(this.#client.GET('/api/sos-calls'))).sosCalls;
  }

  create(channel: string, body: SosCallTerms, key: string): Promise<SosCall> {
    const header = this.#line.command(key);
    return this.#line.answer(
      this.#client.POST('/api/channels/{channel}/sos-calls', {
        params: { path: { channel }, header },
        body,
      }),
    );
  }

  edit(call: SosCall, body: SosCallTerms): Promise<SosCall> {
    const params = this.#on(call.channel, call.id);
    return this.#line.answer(
      this.#client.PUT('/api/channels/{channel}/sos-calls/{sosCall}', { params, body }),
    );
  }

  turn(call: Pick<SosCall, 'channel' | 'id'>, to: 'pause' | 'resume'): Promise<SosCall> {
    const params = this.#on(call.channel, call.id);
    return this.#line.answer(
      this.#client.POST(`/api/channels/{channel}/sos-calls/{sosCall}/${to}`, { params }),
    );
  }

  /** Closes a way in for good. */
  async withdraw({ kind, id, channel }: Pick<Door, 'kind' | 'id' | 'channel'>): Promise<void> {
    const header = this.#line.token();
    if (kind === 'code') {
      const params = { path: { codeId: id }, header };
      return this.#line.done(this.#client.POST('/api/codes/{codeId}/withdraw', { params }));
    }
    if (kind === 'sos-call') {
      const params = this.#on(channel ?? '', id);
      return this.#line.done(
        this.#client.DELETE('/api/channels/{channel}/sos-calls/{sosCall}', { params }),
      );
    }
    await this.#line.answer(
      this.#client.POST('/api/sessions/{id}/close', {
        params: { path: { id }, header: this.#line.command() },
        body: { outcome: 'withdrawn' },
      }),
    );
  }

  #enter(body: CodeEntry, key: string): Promise<SessionDetail> {
    const header = this.#line.command(key);
    return this.#line.answer(this.#client.POST('/api/code-entries', { params: { header }, body }));
  }

  #on(channel: string, sosCall: string) {
    return { path: { channel, sosCall }, header: this.#line.token() };
  }
}

function workIn({ problem }: DeskProblem): Work | null {
  return problem.work ?? null;
}
