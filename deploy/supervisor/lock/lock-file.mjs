import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startOf } from './process-start.mjs';

/**
 * A process as the lock file remembers it: ids are used again by the system, an id with its start is not.
 * @typedef {{ readonly pid: number, readonly start: string }} Remembered
 */

/**
 * @param {string} data The folder of a house.
 */
export function lockFileIn(data) {
  return join(data, 'house.lock');
}

/**
 * The supervisor that took a data folder last, and the processes of its house; empty where none has it.
 * @param {string} data
 * @returns {Remembered[]}
 */
export function readLock(data) {
  const file = lockFileIn(data);
  if (!existsSync(file)) return [];
  try {
    const found = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(found) ? found.filter(isRemembered) : [];
  } catch {
    return []; // Cut off in the middle of a write: nothing can be told from it.
  }
}

/**
 * Whether a remembered process is still there.
 * @param {Remembered} process
 */
export function runs({ pid, start }) {
  return isAlive(pid) && startOf(pid) === start;
}

/**
 * What to say when another house runs with the data.
 * @param {string} data
 * @param {Remembered} owner
 */
export function alreadyRunning(data, { pid }) {
  return (
    `Mayday already runs with the data in ${data} (process ${pid}). ` +
    'End that one first, or set MAYDAY_DATA to another folder.'
  );
}

/**
 * @param {unknown} entry
 * @returns {entry is Remembered}
 */
function isRemembered(entry) {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'pid' in entry &&
    typeof entry.pid === 'number' &&
    'start' in entry &&
    typeof entry.start === 'string'
  );
}
