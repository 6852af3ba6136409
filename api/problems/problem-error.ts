import type { components } from '../generated/openapi.js';
import { kindOf, type ProblemCode } from './problem-codes.js';

type Problem = components['schemas']['Problem'];

/** What a problem says beside its code: detail, wrong fields, the missing grant, whom it is about, what is in the way, what to work out first. */
export type ProblemExtras = Pick<
  Partial<Problem>,
  'detail' | 'errors' | 'missing' | 'about' | 'other' | 'work'
>;

/** Thrown wherever a request cannot be fulfilled for a reason that its sender should read. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.extras = extras;
  }

  /** The answer's body. */
  toProblem(): Problem {
    const { status, title } = kindOf(this.code);
    return { type: `/problems/${this.code}`, title, status, ...this.extras };
  }
}
