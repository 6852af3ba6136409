import { ProblemError } from './problem-error.js';

/** Thrown when an address is there but does not take the request's method; names those that it takes. */
export class OtherMethodError extends ProblemError {
  readonly allowed: readonly string[];

  constructor(allowed: readonly string[]) {
    super('method-not-allowed');
    this.allowed = allowed;
  }
}
