import type { NoticeCause } from '../../workflows/domain/notices/notice-cause.js';
import type { MailWords } from './mail-words.js';
import { filled } from './mail-words.js';

/** Why a mail is sent, in a reader's language; null where the desk knows no more than the kind says. */
export function causeText(words: MailWords, cause: NoticeCause): string | null {
  switch (cause.by) {
    case 'person':
      return cause.reason === null ? null : filled(words.inTheirWords, { text: cause.reason });
    case 'rule':
      return filled(words.byRule, { rule: cause.rule });
    case 'promise': {
      const clock = words.clocks.get(cause.clock) ?? cause.clock;
      return filled(words.usedUp, { clock, percent: String(cause.percent) });
    }
  }
}
