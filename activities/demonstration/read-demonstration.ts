import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Demonstration } from './seed-demonstration.js';
import type { DemonstrationPromises } from './seed-promises.js';
import type { DemonstrationRouting } from './seed-routing.js';
import type { DemonstrationSosCall } from './seed-sos-calls.js';

/** The demonstration's files; `root` is the project's folder. */
export function readDemonstration(root: string): Demonstration {
  return { organisation: jsonIn(root, 'org.json'), directory: jsonIn(root, 'directory.json') };
}

/** What the demonstration's channels promise. */
export function readDemonstrationPromises(root: string): DemonstrationPromises {
  // The project's own file, which a spec seeds.
  return jsonIn(root, 'promises.json') as DemonstrationPromises;
}

/** How the demonstration's requests find their channel and their technician. */
export function readDemonstrationRouting(root: string): DemonstrationRouting {
  // The project's own file, which a spec seeds.
  return jsonIn(root, 'routing.json') as DemonstrationRouting;
}

/** By which the demonstration's people ask for help. */
export function readDemonstrationSosCalls(root: string): readonly DemonstrationSosCall[] {
  // The project's own file, which a spec seeds.
  return jsonIn(root, 'sos-calls.json') as readonly DemonstrationSosCall[];
}

function jsonIn(root: string, name: string): unknown {
  return JSON.parse(readFileSync(join(root, 'deploy/demo', name), 'utf8'));
}
