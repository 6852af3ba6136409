import type { Instant } from '../session/vocabulary.js';

/**
 * The events up to an instant, in the order of their sequence; one stamped before its predecessor
 * counts as at the predecessor's instant.
 */
export function inOrder<E extends { readonly at: Instant }>(
  events: readonly E[],
  until: Instant,
): readonly E[] {
  let instant = -Infinity;
  const corrected: E[] = [];
  for (const event of events) {
    instant = Math.max(instant, event.at);
    if (instant > until) break;
    corrected.push(event.at === instant ? event : { ...event, at: instant });
  }
  return corrected;
}
