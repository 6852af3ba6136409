import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemonstrationPromises } from '../promises/seed-promises.js';
import type { Demonstration } from './seed-demonstration.js';

/** The demonstration's files; `root` is the project's folder. */
export function readDemonstration(root: string): Demonstration {
  return { organisation: jsonIn(root, 'org.json'), directory: jsonIn(root, 'directory.json') };
}

/** What the demonstration's channels promise. */
export function readDemonstrationPromises(root: string): DemonstrationPromises {
  // The project's own file, which a spec seeds.
  return jsonIn(root, 'promises.json') as DemonstrationPromises;
}

function jsonIn(root: string, name: string): unknown {
  return JSON.parse(readFileSync(join(root, 'deploy/demo', name), 'utf8'));
}
