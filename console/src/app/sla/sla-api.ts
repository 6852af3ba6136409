import { Injectable, inject } from '@angular/core';
import type {
  Operations,
  ReportSessions,
  RunningClocks,
  SessionClocks,
  Sla,
  SlaReport,
} from '../desk/contract.js';
import { type BodyOf, DeskLine } from '../desk/desk-line.js';

export type ReportQuery = Operations['getSlaReport']['parameters']['query'];
export type RetargetQuery = Operations['countRunningClocks']['parameters']['query'];
export type FigureQuery = Operations['listReportSessions']['parameters']['query'];

/** Promises, clocks and reports, one method for each operation. */
@Injectable({ providedIn: 'root' })
export class SlaApi {
  readonly #line = inject(DeskLine);
  readonly #client = this.#line.client;

  sla(): Promise<Sla> {
    return this.#line.answer(this.#client.GET('/api/sla'));
  }

  /** Gives from when it counts. */
  async promise(body: BodyOf<'addSlaPromise'>): Promise<string> {
    const params = { header: this.#line.command() };
    const added = this.#client.POST('/api/sla/promises', { params, body });
    return (await this.#line.answer(added)).countsFrom;
  }

  /** Adds a calendar or a version of one; `key` is the key of its sending. */
  addCalendar(body: BodyOf<'addSlaCalendar'>, key: string) {
    const params = { header: this.#line.command(key) };
    return this.#line.answer(this.#client.POST('/api/sla/calendars', { params, body }));
  }

  /** Adds a policy or a version of one; `key` is the key of its sending. */
  addPolicy(body: BodyOf<'addSlaPolicy'>, key: string) {
    const params = { header: this.#line.command(key) };
    return this.#line.answer(this.#client.POST('/api/sla/policies', { params, body }));
  }

  /** How many running clocks another target would be given to. */
  runningClocks(query: RetargetQuery): Promise<RunningClocks> {
    return this.#line.answer(this.#client.GET('/api/sla/running-clocks', { params: { query } }));
  }

  /** Gives some of them another target, and says how many are left. */
  retargetClocks(body: BodyOf<'retargetClocks'>) {
    const params = { header: this.#line.command() };
    return this.#line.answer(this.#client.POST('/api/sla/running-clocks', { params, body }));
  }

  clocks(id: string): Promise<SessionClocks> {
    const params = { path: { id } };
    return this.#line.answer(this.#client.GET('/api/sessions/{id}/clocks', { params }));
  }

  report(query: ReportQuery): Promise<SlaReport> {
    return this.#line.answer(this.#client.GET('/api/reports/sla', { params: { query } }));
  }

  sessions(query: FigureQuery): Promise<ReportSessions> {
    return this.#line.answer(this.#client.GET('/api/reports/sla/sessions', { params: { query } }));
  }
}
