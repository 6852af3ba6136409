import { KeyTakenError } from '../../activities/promises/sla-configuration.js';
import { ProblemError } from '../problems/problem-error.js';

/** Adds a version; a key that belongs to another place is a problem of its sender. */
export async function keepingKeys(add: () => Promise<number>): Promise<number> {
  try {
    return await add();
  } catch (error) {
    if (error instanceof KeyTakenError) throw new ProblemError('sla-key-taken');
    throw error;
  }
}
