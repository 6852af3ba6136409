import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type {
  IdempotencyStore,
  RepeatableRequest,
} from '../../activities/store/idempotency-store.js';
import { openText, sealText } from '../sealed-text.js';
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

/** Where answers are kept, and the key that they are sealed under: links and names stand in them. */
export interface AnswerKeeping {
  readonly store: Pick<IdempotencyStore, 'find' | 'keep'>;
  readonly key: Buffer;
}

/** Does it once: a repetition gets the answer of the first time, and another request a problem. */
export async function once<A extends KeptAnswer>(
  { store, key }: AnswerKeeping,
  request: RepeatableRequest | null,
  act: () => Promise<A>,
): Promise<A | KeptAnswer> {
  if (!request) return act();
  const known = await store.find(request);
  if (known.kind === 'other-request') throw new ProblemError('idempotency-key-reused');
  const kept = known.kind === 'answered' ? openAnswer(key, known.answer) : null;
  if (kept !== null && known.kind === 'answered') return { status: known.status, body: kept.body };
  const answer = await act();
  await store.keep(request, answer.status, sealText(key, JSON.stringify({ body: answer.body })));
  return answer;
}

/** Null where it was sealed under another key: then it is done again, which the command's own id makes harmless. */
function openAnswer(key: Buffer, sealed: unknown): { readonly body?: unknown } | null {
  const text = typeof sealed === 'string' ? openText(key, sealed) : null;
  return text === null ? null : (JSON.parse(text) as { readonly body?: unknown });
}
