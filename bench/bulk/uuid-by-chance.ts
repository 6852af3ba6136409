import type { Chance } from '../measure/chance.js';

/** A random UUID that the same seed gives again. */
export function uuidByChance(chance: Chance): string {
  const word = () => Math.floor(chance() * 2 ** 32).toString(16);
  const hex = Array.from({ length: 4 }, () => word().padStart(8, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
