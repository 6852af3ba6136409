import { Injectable, inject } from '@angular/core';
import createClient from 'openapi-fetch';
import type {
  Operations,
  Paths,
  ReportSessions,
  SessionClocks,
  Sla,
  SlaReport,
} from '../desk/contract.js';
import { DESK_FETCH } from '../desk/desk-fetch.js';
import { problemFrom, unreachable } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';

export type ReportQuery = Operations['getSlaReport']['parameters']['query'];
export type FigureQuery = Operations['listReportSessions']['parameters']['query'];
export type NewPromise = Operations['addSlaPromise']['requestBody']['content']['application/json'];

interface Outcome<Answer> {
  readonly data?: Answer | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** Promises, clocks and reports, one method for each operation. */
@Injectable({ providedIn: 'root' })
export class SlaApi {
  readonly #desk = inject(MyDesk);
  readonly #client = createClient<Paths>({
    baseUrl: location.origin,
    fetch: inject(DESK_FETCH),
    credentials: 'same-origin',
  });

  sla(): Promise<Sla> {
    return answerOf(this.#client.GET('/api/sla'));
  }

  /** Gives from when it counts. */
  async promise(body: NewPromise): Promise<string> {
    const header = {
      'X-CSRF-Token': this.#desk.me()?.csrfToken ?? '',
      'Idempotency-Key': crypto.randomUUID(),
    };
    const added = this.#client.POST('/api/sla/promises', { params: { header }, body });
    return (await answerOf(added)).countsFrom;
  }

  clocks(id: string): Promise<SessionClocks> {
    return answerOf(this.#client.GET('/api/sessions/{id}/clocks', { params: { path: { id } } }));
  }

  report(query: ReportQuery): Promise<SlaReport> {
    return answerOf(this.#client.GET('/api/reports/sla', { params: { query } }));
  }

  sessions(query: FigureQuery): Promise<ReportSessions> {
    return answerOf(this.#client.GET('/api/reports/sla/sessions', { params: { query } }));
  }
}

async function answerOf<Answer>(call: Promise<Outcome<Answer>>): Promise<Answer> {
  const { data, error, response } = await call.catch((): never => {
    // `fetch` rejects only when nobody answered.
    throw unreachable();
  });
  if (data === undefined) throw problemFrom(error, response.status);
  return data;
}
