import { Injectable, inject } from '@angular/core';
import type {
  AuditEntry,
  AuditKind,
  AuditProof,
  AuditRun,
  AuditState,
  Erased,
  Retention,
} from '../desk/contract.js';
import type { FoundPage } from '../desk/found-pages.js';
import { type BodyOf, DeskLine } from '../desk/desk-line.js';
import type { AuditFilter } from './audit-filter.js';

/** What would go if things were kept otherwise, from what is kept now, and the word that confirms it. */
export interface RetentionTrial {
  readonly kept: Retention;
  readonly letGo: Readonly<Record<keyof Retention, Erased>>;
  readonly confirmation: string;
}

/** The audit log, and who the people in it are. */
@Injectable({ providedIn: 'root' })
export class AuditApi {
  readonly #line = inject(DeskLine);

  async page(
    { kind, ...filter }: AuditFilter,
    after: string | null,
  ): Promise<FoundPage<AuditEntry>> {
    const given = after === null ? filter : { ...filter, after };
    // A link can name a kind that there is not: the desk refuses it, and says so.
    const query = kind === undefined ? given : { ...given, kind: kind as AuditKind };
    const asked = this.#line.client.GET('/api/audit', { params: { query } });
    const { entries, next } = await this.#line.answer(asked);
    return { rows: entries, next };
  }

  /** How far the signed log reaches. */
  state(): Promise<AuditState> {
    return this.#line.answer(this.#line.client.GET('/api/audit/state'));
  }

  /** The proof that an entry is in the log. */
  proof(entry: string): Promise<AuditProof> {
    const params = { path: { entry } };
    return this.#line.answer(this.#line.client.GET('/api/audit/entries/{entry}/proof', { params }));
  }

  /** The latest verifications of the log. */
  async verifications(): Promise<readonly AuditRun[]> {
    return (await this.#line.answer(this.#line.client.GET('/api/audit/verifications'))).runs;
  }

  /** Has the whole log verified. */
  verify(key: string): Promise<AuditRun> {
    const params = { header: this.#line.command(key) };
    return this.#line.answer(this.#line.client.POST('/api/audit/verifications', { params }));
  }

  retention(): Promise<{ readonly kept: Retention; readonly runs: readonly AuditRun[] }> {
    return this.#line.answer(this.#line.client.GET('/api/retention'));
  }

  /** What would go if things were kept so long. */
  tryRetention({ session, chat, recording, audit }: Retention): Promise<RetentionTrial> {
    const query = {
      ...(session === null ? {} : { session }),
      ...(chat === null ? {} : { chat }),
      ...(recording === null ? {} : { recording }),
      ...(audit === null ? {} : { audit }),
    };
    return this.#line.answer(this.#line.client.GET('/api/retention/trial', { params: { query } }));
  }

  keep(body: BodyOf<'putRetention'>, key: string): Promise<Retention> {
    const params = { header: this.#line.command(key) };
    return this.#line.answer(this.#line.client.PUT('/api/retention', { params, body }));
  }

  letGo(confirmation: string, key: string): Promise<AuditRun> {
    const sent = { params: { header: this.#line.command(key) }, body: { confirmation } };
    return this.#line.answer(this.#line.client.POST('/api/retention/runs', sent));
  }
}
