import { Injectable, inject } from '@angular/core';
import type { QueueRow, SessionState } from '../desk/contract.js';
import type { FoundPage } from '../desk/found-pages.js';
import { DeskLine } from '../desk/desk-line.js';
import type { SearchFilter } from './search-filter.js';

/** The search over all sessions that I may see. */
@Injectable({ providedIn: 'root' })
export class SearchApi {
  readonly #line = inject(DeskLine);

  page({ state, ...filter }: SearchFilter, after: string | null): Promise<FoundPage<QueueRow>> {
    const given = after === null ? filter : { ...filter, after };
    // A link can name a state that there is not: the desk refuses it, and says so.
    const query = state === undefined ? given : { ...given, state: state as SessionState };
    return this.#line.answer(this.#line.client.GET('/api/sessions', { params: { query } }));
  }
}
