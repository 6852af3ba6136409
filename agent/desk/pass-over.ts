import { DeskProblem, DeskUnreachable } from './desk-problem.js';

/** Lets an error of the desk go by where something is only told and need not be heard. */
export function passOver(error: unknown): void {
  if (!(error instanceof DeskProblem || error instanceof DeskUnreachable)) throw error;
}
