import type { Words } from '../language/english.js';
import type { Model } from '../state/model.js';
import type { ScreenName } from '../state/screen.js';
import { secondsLeft } from '../time/time-left.js';

/** The seconds at which a screen reader is told how long the question stays open. */
const told = [30, 10];

/** What a screen reader says by itself now, beside the heading that the focus moves to. */
export function announcement(
  screen: ScreenName,
  { model, words, tick }: { model: Model; words: Words; tick: number },
): string {
  if (!model.reachable) return words.deskAway;
  if (screen !== 'question' || model.lapsesAt === null) return '';
  const seconds = secondsLeft(model.lapsesAt, tick);
  const latest = told.findLast((mark) => seconds <= mark);
  return latest === undefined ? '' : words.lapsesIn(latest);
}

/** The page's title, which is all that can be seen of it from another tab. */
export function titleOf(screen: ScreenName, organisation: string | null, words: Words): string {
  const place = organisation ?? words.pageTitle;
  if (screen === 'question') return `(?) ${words.titleQuestion} · ${place}`;
  if (screen === 'showing') return `● ${words.titleSeen} · ${place}`;
  return `${words.pageTitle} · ${place}`;
}
