import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { faultLine, type Fault, type Read } from '../../policies/reading/fault.js';
import type { Organisation } from '../../policies/organisation.js';
import type { PolicySet } from '../../policies/policy-set.js';
import type { AskedQuestion } from '../../policies/question.js';
import { readOrganisation } from '../../policies/reading/read-organisation.js';
import { readPolicySet } from '../../policies/reading/read-policy-set.js';
import { readQuestions } from '../../policies/reading/read-questions.js';
import { DeskFailure, faulty, UnknownName } from './desk-failure.js';
import { type CaseUse, readSlaCases } from './read-sla-cases.js';

/** Reads what the command line names. Paths are taken from `base` and shown as they were written. */
export class InputFiles {
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  organisation(path: string): Organisation {
    return valueOf(readOrganisation(path, this.text(path)));
  }

  questions(path: string): AskedQuestion[] {
    const read = readQuestions(path, this.text(path));
    if (read.ok) return read.value;
    throw new UnknownName(read.faults.map(faultLine));
  }

  slaCases<T>(path: string, use: CaseUse<T>): T[] {
    return valueOf(readSlaCases(path, this.text(path), use));
  }

  policy(directory: string): PolicySet {
    return valueOf(this.readPolicy(directory));
  }

  /** Reads a policy without giving up at its faults, which come with the directory as it was written. */
  readPolicy(directory: string): Read<PolicySet> {
    if (!this.isDirectory(directory)) throw new DeskFailure([`${directory}: no such directory`]);
    const read = readPolicySet(resolve(this.#base, directory));
    return read.ok ? read : { ok: false, faults: placedIn(directory, read.faults) };
  }

  isDirectory(path: string): boolean {
    const found = statSync(resolve(this.#base, path), { throwIfNoEntry: false });
    return found?.isDirectory() ?? false;
  }

  text(path: string): string {
    const bytes = this.#bytes(path);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new DeskFailure([`${path}: not UTF-8`]); // The only error that decoding has.
    }
  }

  #bytes(path: string): Buffer {
    try {
      return readFileSync(resolve(this.#base, path));
    } catch (error) {
      throw new DeskFailure([`${path}: cannot be read (${codeOf(error)})`]); // Any reason will do.
    }
  }
}

/** Puts a policy's directory before the files that faults are in. */
export function placedIn(directory: string, faults: readonly Fault[]): Fault[] {
  return faults.map((fault) => ({ ...fault, file: join(directory, fault.file) }));
}

function valueOf<T>(read: Read<T>): T {
  if (read.ok) return read.value;
  throw faulty(read.faults);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
