import type { NoticeCause } from '../../workflows/domain/notices/notice-cause.js';
import type { MailWords } from './mail-words.js';
import { filled } from './mail-words.js';

/** Why a mail is sent, in a reader's language; null where the desk knows no more than the kind says. */
export function causeText(words: MailWords, { promise, rule, reason }: NoticeCause): string | null {
  if (promise) {
    const clock = words.clocks[promise.clock] ?? promise.clock;
    return filled(words.usedUp, { clock, percent: String(promise.percent) });
  }
  if (rule !== null) return filled(words.byRule, { rule });
  return reason === null ? null : filled(words.inTheirWords, { text: reason });
}
