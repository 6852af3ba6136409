import type { Problem } from './contract.js';

/** The desk said no, or could not be reached; `problem.type` is stable and names the sentence to show. */
export class DeskProblem extends Error {
  override readonly name = 'DeskProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }

  /** The last part of the type, such as `already-claimed`. */
  get code(): string {
    return this.problem.type.slice(this.problem.type.lastIndexOf('/') + 1);
  }
}

/** The problem in what the desk answered; anything unreadable becomes one of its own. */
export function problemFrom(body: unknown, status: number): DeskProblem {
  return new DeskProblem(isProblem(body) ? body : unreadable(status));
}

/** Nobody answered: no network, or the desk is down. */
export function unreachable(): DeskProblem {
  return new DeskProblem({
    type: '/problems/unreachable',
    title: 'The desk cannot be reached.',
    status: 0,
  });
}

/** Whatever was thrown, as a problem that can be shown. */
export function asProblem(thrown: unknown): DeskProblem {
  if (thrown instanceof DeskProblem) return thrown;
  // A resource wraps what its loader threw.
  if (thrown instanceof Error && thrown.cause instanceof DeskProblem) return thrown.cause;
  return unexpected();
}

/** Something that this page did not foresee, such as a clipboard that may not be written to. */
function unexpected(): DeskProblem {
  return new DeskProblem({
    type: '/problems/unexpected',
    title: 'That did not work.',
    status: 0,
  });
}

function unreadable(status: number): Problem {
  return { type: '/problems/unreadable', title: 'The desk gave no readable answer.', status };
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'type' in body &&
    'title' in body &&
    typeof body.type === 'string' &&
    typeof body.title === 'string'
  );
}
