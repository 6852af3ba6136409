import type { LinkLifetime } from '../desk/contract.js';
import type { Words } from '../words/words.js';

/** How long a link may work, in minutes; the choices that the contract knows. */
export const lifetimes = [
  30, 60, 240, 480, 1440, 4320, 10080,
] as const satisfies readonly LinkLifetime[];

/** A lifetime in minutes for people, in the largest unit that it fills. */
export function lifetimeText(minutes: LinkLifetime, words: Words): string {
  if (minutes < 60) return words.count('span.minutes', minutes);
  if (minutes < 1440) return words.count('span.hours', minutes / 60);
  return words.count('span.days', minutes / 1440);
}
