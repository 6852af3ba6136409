import type { Instant } from '../../workflows/domain/session/vocabulary.js';

/** An instant as the contract writes it: RFC 3339 in UTC with milliseconds. */
export function toInstant(at: Instant | Date): string {
  return new Date(at).toISOString();
}

/** An instant, or null where there is none. */
export function maybeInstant(at: Instant | null): string | null {
  return at === null ? null : toInstant(at);
}
