import { resolve } from 'node:path';

/** The folder of the clone, seen from build/deploy/supervisor. */
export const project = resolve(import.meta.dirname, '../../..');
