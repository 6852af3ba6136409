import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const largest = 20 * 1024 * 1024;

/** Opens a part's log for appending and answers its descriptor; a log past 20 MB is put aside as `.1` first. */
export function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largest) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** Closes a descriptor that openLog answered. */
export function closeLog(descriptor: number): void {
  closeSync(descriptor);
}

/** The last lines of a log, for a person who must find out why a part did not start. */
export function tailOf(file: string, lines = 12): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return ''; // The part wrote nothing: there is no log yet.
  }
}
