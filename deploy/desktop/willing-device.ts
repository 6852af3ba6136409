import { randomBytes, randomUUID } from 'node:crypto';
import { DeskClient } from '../../agent/desk/desk-client.js';
import { DeskLive } from '../../agent/desk/desk-live.js';
import { parseLink } from '../../agent/desk/link.js';
import { persistently } from '../../agent/desk/persistently.js';
import type { SchemaDeviceSession } from '../../api/generated/openapi.js';

/** A user's device without a screen: it follows a link, stays connected and allows what it is asked. */
export class WillingDevice {
  readonly client: DeskClient;
  readonly #end = new AbortController();
  #live: DeskLive;

  private constructor(client: DeskClient) {
    this.client = client;
    this.#live = this.#listen();
  }

  /** Follows a link; with the same key it is the same device, however often it tries. */
  static async follow(
    url: string,
    key: string = randomBytes(24).toString('base64url'),
  ): Promise<WillingDevice> {
    const link = parseLink(url);
    if (typeof link === 'string') throw new Error(`The link cannot be followed: ${link}.`);
    const client = new DeskClient(link.origin);
    await client.join(link.token, key, { system: 'Debian' });
    return new WillingDevice(client);
  }

  /** Loses the line for a moment. */
  reconnect(): void {
    this.#live.close();
    this.#live = this.#listen();
  }

  close(): void {
    this.#end.abort();
    this.#live.close();
  }

  #listen(): DeskLive {
    return new DeskLive(this.client, {
      session: (session) => {
        this.#allow(session);
      },
      message: nothing,
      reachable: nothing,
      opened: nothing,
      forgotten: nothing,
    });
  }

  #allow({ consent: { question } }: SchemaDeviceSession): void {
    if (question === null) return;
    const key = randomUUID();
    // A question may be told twice before its answer is known; the second answer is refused.
    void persistently(
      () => this.client.answerConsent(question.id, question.scopes, key),
      this.#end.signal,
    );
  }
}

function nothing(): void {
  return;
}
