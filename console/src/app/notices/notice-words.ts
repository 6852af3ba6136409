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
    return level === null
      ? this.#words.t(`notice.${kind}`)
      : this.#words.t('notices.raised', { level });
  }

  /** Why; null where the desk knows no more than what happened. */
  reason({ cause }: Pick<Notice, 'cause'>): string | null {
    switch (cause?.by) {
      case 'person':
        return cause.reason === null ? null : `“${cause.reason}”`;
      case 'rule':
        return this.#words.t('notices.byRule', { rule: cause.rule });
      case 'promise': {
        const clock = this.#clocks.clock(cause.clock);
        return this.#words.t('notices.usedUp', { clock, percent: cause.percent });
      }
      case undefined:
        return null;
    }
  }
}
