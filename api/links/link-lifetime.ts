import type { components } from '../generated/openapi.js';

type LinkLifetime = components['schemas']['LinkLifetime'];

const lifetimes: readonly LinkLifetime[] = [30, 60, 240, 480, 1440, 4320, 10080];

/** The lifetime on offer that is nearest to a channel's own; a day where it has none. */
export function nearestLifetime(ms: number | null): LinkLifetime {
  const minutes = (ms ?? 86_400_000) / 60_000;
  return lifetimes.reduce((best, one) =>
    Math.abs(one - minutes) < Math.abs(best - minutes) ? one : best,
  );
}
