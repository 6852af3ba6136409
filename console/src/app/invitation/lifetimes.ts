import type { LinkLifetime } from '../desk/contract.js';

/** How long a link may work, in minutes; the choices that the contract knows. */
export const lifetimes = [
  30, 60, 240, 480, 1440, 4320, 10080,
] as const satisfies readonly LinkLifetime[];
