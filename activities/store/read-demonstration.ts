import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Demonstration } from './seed-demonstration.js';

/** The demonstration's files; `root` is the project's folder. */
export function readDemonstration(root: string): Demonstration {
  return { organisation: jsonIn(root, 'org.json'), directory: jsonIn(root, 'directory.json') };
}

function jsonIn(root: string, name: string): unknown {
  return JSON.parse(readFileSync(join(root, 'deploy/demo', name), 'utf8'));
}
