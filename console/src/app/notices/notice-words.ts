import { Injectable, inject } from '@angular/core';
import type { Notice } from '../desk/contract.js';
import { ClockWords } from '../words/clock-words.js';
import { Words } from '../words/words.js';

/** What a notice tells, in the language in force. */
@Injectable({ providedIn: 'root' })
export class NoticeWords {
  readonly #words = inject(Words);
  readonly #clocks = inject(ClockWords);

  /** What happened. */
  title({ kind, cause }: Pick<Notice, 'kind' | 'cause'>): string {
    const level = cause?.level ?? null;
    if (kind !== 'escalated' || level === null) return this.#words.t(`notice.${kind}`);
    return this.#words.t('notices.raised', { level });
  }

  /** Why; null where the desk knows no more than what happened. */
  reason({ cause }: Pick<Notice, 'cause'>): string | null {
    if (!cause) return null;
    const { promise, rule, reason } = cause;
    if (promise) {
      const clock = this.#clocks.clock(promise.clock);
      return this.#words.t('notices.usedUp', { clock, percent: promise.percent });
    }
    if (rule !== null) return this.#words.t('notices.byRule', { rule });
    return reason === null ? null : `“${reason}”`;
  }
}
