import { Injectable, inject } from '@angular/core';
import createClient from 'openapi-fetch';
import type { Door, Operations, Paths, SessionDetail, SosCall, Work } from '../desk/contract.js';
import { DESK_FETCH } from '../desk/desk-fetch.js';
import { type DeskProblem, asProblem, problemFrom, unreachable } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';
import { workOut } from './work-out.js';

type BodyOf<Id extends keyof Operations> = Operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

export type CodeEntry = BodyOf<'enterCode'>;
export type SosCallTerms = BodyOf<'createSosCall'>;

interface Outcome<Answer> {
  readonly data?: Answer | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** What of the desk lets people in: codes, SOS Calls and the list of what is open. */
@Injectable({ providedIn: 'root' })
export class DoorsApi {
  readonly #desk = inject(MyDesk);
  readonly #client = createClient<Paths>({
    baseUrl: location.origin,
    fetch: inject(DESK_FETCH),
    credentials: 'same-origin',
  });

  /** Every way in that is open now, and whether there are more than are listed. */
  doors(): Promise<{ readonly doors: readonly Door[]; readonly more: boolean }> {
    return answerOf(this.#client.GET('/api/doors'));
  }

  /** Enters a code; where the desk wants work done first, does it and enters the code again. */
  async enter(entry: CodeEntry, key: string): Promise<SessionDetail> {
    try {
      return await this.#enter(entry, key);
    } catch (thrown) {
      const work = workIn(asProblem(thrown));
      if (!work) throw thrown;
      return this.#enter({ ...entry, proof: await workOut(work) }, key);
    }
  }

  async sosCalls(): Promise<readonly SosCall[]> {
    return (await answerOf(this.#client.GET('/api/sos-calls'))).sosCalls;
  }

  create(channel: string, body: SosCallTerms, key: string): Promise<SosCall> {
    const header = { ...this.#token(), 'Idempotency-Key': key };
    return answerOf(
      this.#client.POST('/api/channels/{channel}/sos-calls', {
        params: { path: { channel }, header },
        body,
      }),
    );
  }

  edit(call: SosCall, body: SosCallTerms): Promise<SosCall> {
    const params = this.#on(call.channel, call.id);
    return answerOf(
      this.#client.PUT('/api/channels/{channel}/sos-calls/{sosCall}', { params, body }),
    );
  }

  turn(call: Pick<SosCall, 'channel' | 'id'>, to: 'pause' | 'resume'): Promise<SosCall> {
    const params = this.#on(call.channel, call.id);
    return answerOf(
      this.#client.POST(`/api/channels/{channel}/sos-calls/{sosCall}/${to}`, { params }),
    );
  }

  /** Closes a way in for good. */
  async withdraw({ kind, id, channel }: Pick<Door, 'kind' | 'id' | 'channel'>): Promise<void> {
    const header = this.#token();
    if (kind === 'code') {
      const params = { path: { codeId: id }, header };
      return doneOf(this.#client.POST('/api/codes/{codeId}/withdraw', { params }));
    }
    if (kind === 'sos-call') {
      const params = this.#on(channel ?? '', id);
      return doneOf(this.#client.DELETE('/api/channels/{channel}/sos-calls/{sosCall}', { params }));
    }
    await answerOf(
      this.#client.POST('/api/sessions/{id}/close', {
        params: { path: { id }, header: { ...header, 'Idempotency-Key': crypto.randomUUID() } },
        body: { outcome: 'withdrawn' },
      }),
    );
  }

  #enter(body: CodeEntry, key: string): Promise<SessionDetail> {
    const header = { ...this.#token(), 'Idempotency-Key': key };
    return answerOf(this.#client.POST('/api/code-entries', { params: { header }, body }));
  }

  #on(channel: string, sosCall: string) {
    return { path: { channel, sosCall }, header: this.#token() };
  }

  #token() {
    return { 'X-CSRF-Token': this.#desk.me()?.csrfToken ?? '' };
  }
}

function workIn({ problem }: DeskProblem): Work | null {
  return problem.work ?? null;
}

async function answerOf<Answer>(call: Promise<Outcome<Answer>>): Promise<Answer> {
  const { data, error, response } = await heard(call);
  if (data === undefined) throw problemFrom(error, response.status);
  return data;
}

async function doneOf(call: Promise<Outcome<unknown>>): Promise<void> {
  const { error, response } = await heard(call);
  if (!response.ok) throw problemFrom(error, response.status);
}

function heard<Answer>(call: Promise<Outcome<Answer>>): Promise<Outcome<Answer>> {
  return call.catch((): never => {
    // `fetch` rejects only when nobody answered.
    throw unreachable();
  });
}
