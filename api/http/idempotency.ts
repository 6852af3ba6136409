import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type {
  IdempotencyStore,
  RepeatableRequest,
} from '../../activities/store/idempotency-store.js';
import { ProblemError } from '../problems/problem-error.js';

/** What an operation answered, as far as a repetition needs it. */
export interface KeptAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** A request that carries an idempotency key, or null for one that does not. */
export function repeatableRequest(request: Request, caller: string): RepeatableRequest | null {
  const key = request.get('idempotency-key');
  // What is read is read again: an answer that was kept could outlive the right to it.
  if (key === undefined || request.method === 'GET') return null;
  const asked = JSON.stringify([request.method, request.path, request.query, request.body ?? null]);
  const requestHash = createHash('sha256').update(asked).digest('hex');
  return { caller, key: key.toLowerCase(), requestHash };
}

/** Does it once: a repetition gets the answer of the first time, and another request a problem. */
export async function once<A extends KeptAnswer>(
  store: Pick<IdempotencyStore, 'find' | 'keep'>,
  request: RepeatableRequest | null,
  act: () => Promise<A>,
): Promise<A | KeptAnswer> {
  if (!request) return act();
  const known = await store.find(request);
  if (known.kind === 'other-request') throw new ProblemError('idempotency-key-reused');
  if (known.kind === 'answered') return { status: known.status, body: known.answer };
  const answer = await act();
  await store.keep(request, answer.status, answer.body ?? null);
  return answer;
}
