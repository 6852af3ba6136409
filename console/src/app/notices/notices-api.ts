import { Injectable, inject } from '@angular/core';
import type { NoticeKind, NoticePage, NoticePreferences } from '../desk/contract.js';
import { DeskLine } from '../desk/desk-line.js';

/** What I was told, and what I want to be told. */
@Injectable({ providedIn: 'root' })
export class NoticesApi {
  readonly #line = inject(DeskLine);

  page(after: string | null, limit: number): Promise<NoticePage> {
    const query = after === null ? { limit } : { limit, after };
    return this.#line.answer(this.#line.client.GET('/api/notices', { params: { query } }));
  }

  read(upTo: string): Promise<void> {
    const params = { header: this.#line.token() };
    return this.#line.done(this.#line.client.POST('/api/notices/read', { params, body: { upTo } }));
  }

  preferences(): Promise<NoticePreferences> {
    return this.#line.answer(this.#line.client.GET('/api/notices/preferences'));
  }

  prefer(mail: NoticeKind[]): Promise<NoticePreferences> {
    const params = { header: this.#line.token() };
    return this.#line.answer(
      this.#line.client.PUT('/api/notices/preferences', { params, body: { mail } }),
    );
  }
}
