import type { Satisfaction } from '../../activities/doors/satisfaction-store.js';
import type { components } from '../generated/openapi.js';

/** What a user answered at the end, as the contract has it. */
export function shownSatisfaction({
  score,
  words,
}: Satisfaction): components['schemas']['Satisfaction'] {
  return words === null ? { score } : { score, words };
}
