import { Injectable, inject, signal } from '@angular/core';
import createClient from 'openapi-fetch';
import type { Operations, Paths } from './contract.js';
import { DeskClock } from './desk-clock.js';
import { DESK_FETCH } from './desk-fetch.js';
import { problemFrom, unreachable } from './desk-problem.js';

/** The body that an operation takes. */
export type BodyOf<Id extends keyof Operations> = Operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

/** What openapi-fetch gives back: the answer, or the desk's problem. */
interface Outcome<Answer> {
  readonly data?: Answer | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** The one line to the desk that every area's calls go through; every refusal is thrown as a DeskProblem. */
@Injectable({ providedIn: 'root' })
export class DeskLine {
  readonly #clock = inject(DeskClock);
  readonly #signedOut = signal(false);
  #csrfToken = '';

  readonly client = createClient<Paths>({
    baseUrl: location.origin,
    fetch: inject(DESK_FETCH),
    credentials: 'same-origin',
  });
  /** Whether the desk no longer knows who is asking. */
  readonly signedOut = this.#signedOut.asReadonly();

  /** The desk knows us, by this token from now on. */
  know(csrfToken: string): void {
    this.#csrfToken = csrfToken;
    this.#signedOut.set(false);
  }

  /** What a call answers. */
  async answer<Answer>(call: Promise<Outcome<Answer>>): Promise<Answer> {
    const { data, error, response } = await this.#hear(call);
    if (data === undefined) throw problemFrom(error, response.status);
    return data;
  }

  /** Waits for a call that answers nothing but that it is done. */
  async done(call: Promise<Outcome<unknown>>): Promise<void> {
    const { error, response } = await this.#hear(call);
    if (!response.ok) throw problemFrom(error, response.status);
  }

  /** The headers of what changes something, once however often it is sent. */
  command(key: string = crypto.randomUUID()) {
    return { ...this.token(), 'Idempotency-Key': key };
  }

  /** The header of what changes something. */
  token() {
    return { 'X-CSRF-Token': this.#csrfToken };
  }

  async #hear<Answer>(call: Promise<Outcome<Answer>>): Promise<Outcome<Answer>> {
    const outcome = await call.catch((): never => {
      // `fetch` rejects only when nobody answered.
      throw unreachable();
    });
    const { response } = outcome;
    this.#clock.learn(response.headers.get('date'));
    if (response.status === 401) this.#signedOut.set(true);
    return outcome;
  }
}
