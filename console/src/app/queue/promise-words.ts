import type { QueueRow } from '../desk/contract.js';
import { countdownText, fullInstantText, instantText } from '../words/spans.js';
import type { Words } from '../words/words.js';

const hour = 3_600_000;

/** A promise of a row in words: how long until it falls due, which one, and what the desk does next. */
export function promiseWords(
  words: Words,
  { clock, dueAt, step }: NonNullable<QueueRow['promise']>,
  now: number,
) {
  const locale = words.locale();
  const due = Date.parse(dueAt ?? '');
  const left = due - now;
  const far = left > hour;
  const key = left <= 0 ? 'promise.late' : far ? 'promise.at' : 'promise.left';
  const when = step ? instantText(Date.parse(step.at), now, locale) : '';
  return {
    time: far || left <= 0 ? instantText(due, now, locale) : countdownText(left, locale),
    full: fullInstantText(due, locale),
    what: words.t(key, { clock }),
    then: step ? words.t(`promise.then.${step.action}`, { when }) : '',
    soon: left > 0 && left < hour / 4,
    late: left <= 0,
  };
}
