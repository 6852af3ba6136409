import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isRole, roles, type Role } from '../../workflows/domain/policy/roles.js';
import { readOf, type Fault, type Read } from './fault.js';
import { listFiles } from './list-files.js';
import { inOrder, modelFile, type PolicyFiles } from './policy-files.js';
import type { ExpectedDecisions, PolicySet, RoleGrant, RoleSwitch } from '../policy-set.js';
import { modelFaults } from './read-model.js';
import { readOrganisation } from './read-organisation.js';
import { readExpectations } from './read-questions.js';
import { readRoleFile } from './read-role-file.js';
import { readSwitchFile } from './read-switch-file.js';
import { unreachableSwitches } from './unreachable-switches.js';

/** The policy that comes with Mayday. */
export const defaultPolicyDirectory = fileURLToPath(
  new URL('../../../policies/files', import.meta.url),
);
const ownModel = fileURLToPath(new URL('../../../policies/model.conf', import.meta.url));

/** Reads a policy's directory; every fault in any of its files is listed at once. */
export function readPolicySet(directory: string = defaultPolicyDirectory): Read<PolicySet> {
  return parsePolicySet(wholeFiles(directory));
}

/** The files of a policy's directory, with the model that comes with Mayday where it brings none. */
export function wholeFiles(directory: string): PolicyFiles {
  const found = new Map([[modelFile, readFileSync(ownModel, 'utf8')], ...listFiles(directory)]);
  return new Map(inOrder(found));
}

/** Reads a policy from the text of its files, wherever they are kept. */
export function parsePolicySet(files: PolicyFiles): Read<PolicySet> {
  const model = files.get(modelFile) ?? '';
  const faults: Fault[] = [
    ...missing(files),
    ...strangers(files),
    ...modelFaults(modelFile, model),
  ];
  const keep = <T>(read: Read<T[]>): T[] => {
    if (read.ok) return read.value;
    faults.push(...read.faults);
    return [];
  };
  const grants: RoleGrant[] = [];
  const switches: RoleSwitch[] = [];
  const expected: ExpectedDecisions[] = [];
  for (const [file, text] of files) {
    const role = roleOf(file);
    if (role !== null) grants.push(...keep(readRoleFile(file, role, text)));
    if (file === switchFile) switches.push(...keep(readSwitchFile(file, text)));
    if (isExpectation(file)) expected.push(...keep(readExpected(file, text, files)));
  }
  faults.push(...unreachableSwitches(switches, grants));
  const revision = revisionOf(files, model);
  return readOf({ revision, files, model, grants, switches, expected }, faults);
}

const switchFile = 'switches.csv';

function readExpected(file: string, text: string, files: PolicyFiles): Read<ExpectedDecisions[]> {
  const beside = file.replace(/[^/]+$/, 'organisation.json');
  const asked = files.get(beside);
  if (asked === undefined) {
    return { ok: false, faults: [{ file, line: 0, message: `needs ${beside} to be asked about` }] };
  }
  const organisation = readOrganisation(beside, asked);
  if (!organisation.ok) return organisation;
  const questions = readExpectations(file, text);
  if (!questions.ok) return questions;
  const value = [{ file, organisation: organisation.value, questions: questions.value }];
  return { ok: true, value };
}

/** A role whose file was lost would silently lose its rights, so an empty file has to say so. */
function missing(files: PolicyFiles): Fault[] {
  return [...roles.map((role) => `roles/${role}.csv`), switchFile]
    .filter((file) => !files.has(file))
    .map((file) => ({ file, line: 0, message: 'this file is missing' }));
}

/** A misspelt file name would be a rule that nobody hears. */
function strangers(files: PolicyFiles): Fault[] {
  return [...files.keys()]
    .filter((file) => roleOf(file) === null && file !== switchFile && file !== modelFile)
    .filter((file) => !isExpectation(file) && !/^expected\/[^/]+\/organisation\.json$/.test(file))
    .filter((file) => !file.endsWith('.md'))
    .map((file) => ({ file, line: 0, message: 'nothing reads a file of this name' }));
}

function roleOf(file: string): Role | null {
  const name = /^roles\/([^/]+)\.csv$/.exec(file)?.[1] ?? '';
  return isRole(name) ? name : null;
}

function isExpectation(file: string): boolean {
  return /^expected\/[^/]+\/decisions\.csv$/.test(file);
}

/** What is expected of a policy, or said about it, decides nothing and leaves its revision alone. */
function revisionOf(files: PolicyFiles, model: string): string {
  const hash = createHash('sha256').update(model);
  for (const [file, text] of inOrder(files)) {
    if (roleOf(file) !== null || file === switchFile) hash.update(`\0${file}\0${text}`);
  }
  return hash.digest('hex');
}
