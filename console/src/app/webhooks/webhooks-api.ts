import { Injectable, inject } from '@angular/core';
import type { DeliveryPage, Webhook, WebhookSettings } from '../desk/contract.js';
import { DeskLine } from '../desk/desk-line.js';

/** The other systems that are told of sessions, and the log of what they were told. */
@Injectable({ providedIn: 'root' })
export class WebhooksApi {
  readonly #line = inject(DeskLine);
  readonly #client = this.#line.client;

  async list(): Promise<readonly Webhook[]> {
    return (await this.#line.answer(this.#client.GET('/api/webhooks'))).webhooks;
  }

  create(body: WebhookSettings, key: string): Promise<Webhook> {
    const params = { header: this.#line.command(key) };
    return this.#line.answer(this.#client.POST('/api/webhooks', { params, body }));
  }

  change(webhook: string, body: WebhookSettings): Promise<Webhook> {
    const params = { path: { webhook }, header: this.#line.token() };
    return this.#line.answer(this.#client.PUT('/api/webhooks/{webhook}', { params, body }));
  }

  remove(webhook: string): Promise<void> {
    const params = { path: { webhook }, header: this.#line.token() };
    return this.#line.done(this.#client.DELETE('/api/webhooks/{webhook}', { params }));
  }

  async secret(webhook: string): Promise<string> {
    const params = { path: { webhook } };
    const asked = this.#client.GET('/api/webhooks/{webhook}/secret', { params });
    return (await this.#line.answer(asked)).secret;
  }

  renewSecret(webhook: string): Promise<void> {
    return this.#line.done(
      this.#client.POST('/api/webhooks/{webhook}/secret', { params: this.#on(webhook) }),
    );
  }

  test(webhook: string): Promise<void> {
    return this.#line.done(
      this.#client.POST('/api/webhooks/{webhook}/test', { params: this.#on(webhook) }),
    );
  }

  /** The log of a webhook, or of the mails (null). */
  log(webhook: string | null): Promise<DeliveryPage> {
    if (webhook === null) return this.#line.answer(this.#client.GET('/api/mail-deliveries'));
    const params = { path: { webhook } };
    return this.#line.answer(this.#client.GET('/api/webhooks/{webhook}/deliveries', { params }));
  }

  /** Delivers again what has come to its end, and at once what waits. */
  again(delivery: string): Promise<void> {
    const params = { path: { delivery }, header: this.#line.command() };
    return this.#line.done(this.#client.POST('/api/deliveries/{delivery}/again', { params }));
  }

  #on(webhook: string) {
    return { path: { webhook }, header: this.#line.command() };
  }
}
