import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../supervisor/places.js';

/** Spec files that run together in one process. */
export interface Suite {
  readonly name: string;
  /** Compiled spec files, relative to the clone. */
  readonly files: readonly string[];
}

const journeys = 'deploy/journeys';

/** From what needs nothing to what needs everything; a folder inside another is a suite of its own. */
const order = [
  'workflows',
  'policies',
  'agent/page',
  'agent',
  'deploy',
  'activities',
  'api',
  'bench',
];

/** The suites whose specs begin with one of the prefixes (all without any): a folder each, and each journey by itself at the end. */
export function findSuites(prefixes: readonly string[]): Suite[] {
  const files = specFiles().filter((file) => matches(file, prefixes));
  const folders = order.map((name) => ({
    name,
    files: files.filter((file) => folderOf(file) === name),
  }));
  const ways = files.filter((file) => isIn(file, journeys)).map((file) => soloSuite(file));
  return [...folders, ...ways].filter((suite) => suite.files.length > 0);
}

/** Whether a suite can do without Postgres, Temporal and Janus. */
export function isPure(suite: Suite): boolean {
  return suite.files.every((file) =>
    ['workflows/domain', 'policies', 'agent'].some((folder) => isIn(file, folder)),
  );
}

function folderOf(file: string): string | undefined {
  if (isIn(file, journeys)) return undefined;
  return order.find((folder) => isIn(file, folder));
}

function soloSuite(file: string): Suite {
  return { name: file.replace('build/', '').replace('.spec.js', ''), files: [file] };
}

/** A compiled spec whose source is gone is left over from an earlier build. */
function specFiles(): string[] {
  return globSync('build/**/*.spec.js', { cwd: project })
    .filter((file) => !isIn(file, 'console'))
    .filter((file) => existsSync(join(project, sourceOf(file))))
    .sort();
}

function sourceOf(file: string): string {
  return file.replace(/^build\//, '').replace(/\.js$/, '.ts');
}

function matches(file: string, prefixes: readonly string[]): boolean {
  return prefixes.length === 0 || prefixes.some((prefix) => sourceOf(file).startsWith(prefix));
}

function isIn(file: string, folder: string): boolean {
  return file.startsWith(`build/${folder}/`);
}
