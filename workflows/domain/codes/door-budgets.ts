import type { Budget } from './budget.js';
import { codeSpace } from './code.js';

/** Live codes that a busy desk has at once; a wrong entry weighs more when there are more. */
const usualLiveCodes = 1_000;

/** Wrong entries of one technician: typing errors mostly fail the check digit and cost nothing. */
export const entriesOfAccount: Budget = {
  capacity: 10,
  perDay: 30,
  work: { firstBits: 18, doublesEvery: 1, mostBits: 256 },
};

/** Wrong entries of everybody together, each weighed by `weightOfEntry`. */
export const entriesOfDesk: Budget = {
  capacity: 200,
  perDay: 400,
  work: { firstBits: 16, doublesEvery: 1, mostBits: 256 },
};

/** Codes and requests that one address asks for: an office behind one address still gets on, by working. */
export const issuesOfAddress: Budget = {
  capacity: 8,
  perDay: 480,
  work: { firstBits: 14, doublesEvery: 4, mostBits: 22 },
};

/** Codes that the desk gives out: as many as may be live, over again in every ten minutes. */
export const issuesOfDesk: Budget = {
  capacity: 1_000,
  perDay: 144_000,
  work: { firstBits: 12, doublesEvery: 100, mostBits: 22 },
};

/** No more codes than this live at once: whoever comes later hears that the desk is full. */
export const mostLiveCodes = 10_000;

/** What a wrong entry weighs: its chance to have hit somebody, in units of a busy desk's. */
export function weightOfEntry(liveCodes: number): number {
  return Math.max(1, liveCodes / usualLiveCodes);
}

/**
 * The live codes that guesses are expected to hit in a day, whatever the number that live: guesses
 * let through × live codes ÷ code space, since a guess weighs as much as there are live codes.
 */
export function hitsInADay(units: number): number {
  return (units * usualLiveCodes) / codeSpace;
}
