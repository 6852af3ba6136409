import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where downloads and built programs are kept between clones. */
export const cache =
  process.env.MAYDAY_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mayday');
