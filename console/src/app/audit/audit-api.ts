import { Injectable, inject } from '@angular/core';
import type { AuditEntry, AuditKind, AuditState, Person } from '../desk/contract.js';
import { DeskLine } from '../desk/desk-line.js';
import type { AuditFilter } from './audit-filter.js';

/** A page of the log, and after which entry the next begins; null at the end. */
export interface AuditPageOf {
  readonly entries: readonly AuditEntry[];
  readonly next: string | null;
}

/** The audit log, and who the people in it are. */
@Injectable({ providedIn: 'root' })
export class AuditApi {
  readonly #line = inject(DeskLine);

  page({ kind, ...filter }: AuditFilter, after: string | null): Promise<AuditPageOf> {
    const given = after === null ? filter : { ...filter, after };
    // A link can name a kind that there is not: the desk refuses it, and says so.
    const query = kind === undefined ? given : { ...given, kind: kind as AuditKind };
    return this.#line.answer(this.#line.client.GET('/api/audit', { params: { query } }));
  }

  /** How far the signed log reaches. */
  state(): Promise<AuditState> {
    return this.#line.answer(this.#line.client.GET('/api/audit/state'));
  }

  /** The technicians as far as I may see them. */
  async people(): Promise<readonly Person[]> {
    const asked = this.#line.client.GET('/api/directory/technicians');
    return (await this.#line.answer(asked)).technicians.map(({ person }) => person);
  }
}
