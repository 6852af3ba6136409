import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
