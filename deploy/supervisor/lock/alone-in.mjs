import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runs } from './lock-file.mjs';
import { startOf } from './process-start.mjs';

/** @import { Remembered } from './lock-file.mjs' */

const betweenLooks = 200;

/**
 * Does what changes a clone's packages or build while no other process does; waits for one that does,
 * and takes over from one that is gone.
 * @template T
 * @param {string} clone The folder of the clone.
 * @param {() => Promise<T>} work
 * @param {(line: string) => void} say Hears once of each process that is waited for.
 */
export async function aloneIn(clone, work, say = console.error) {
  const file = join(clone, 'build/.lock');
  mkdirSync(dirname(file), { recursive: true });
  await take(file, say);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * @param {string} file
 * @param {(line: string) => void} say
 */
async function take(file, say) {
  let waitedFor = 0;
  while (!canPut(file)) {
    const found = textOf(file);
    const owner = ownerIn(found);
    if (owner === null || !runs(owner)) {
      putAside(file, found);
    } else {
      if (owner.pid !== waitedFor) say(waiting(owner));
      waitedFor = owner.pid;
      await setTimeout(betweenLooks);
    }
  }
}

/** @param {Remembered} owner */
function waiting({ pid }) {
  return `  Another start of this clone is building (process ${pid}); waiting …`;
}

/**
 * Puts our own lock there, whole or not at all, unless there is one.
 * @param {string} file
 */
function canPut(file) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, start: startOf(process.pid) }));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own);
  }
}

/**
 * Takes a lock away whose process is gone; one that somebody else has put there meanwhile goes back.
 * @param {string} file
 * @param {string} stale
 */
function putAside(file, stale) {
  const aside = `${file}.${process.pid}.aside`;
  try {
    renameSync(file, aside);
    if (textOf(aside) !== stale) linkSync(aside, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    // ENOENT: another who waits was faster. EEXIST: the next has its lock there already.
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

/** @param {string} file */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // Given back between the two looks.
  }
}

/**
 * @param {string} text
 * @returns {Remembered | null}
 */
function ownerIn(text) {
  try {
    const { pid, start } = JSON.parse(text);
    return { pid: Number(pid), start: String(start) };
  } catch {
    return null; // Gone, or nothing that a start wrote.
  }
}
