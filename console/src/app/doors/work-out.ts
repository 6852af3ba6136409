import type { Proof, Work } from '../../../../workflows/domain/codes/proof-of-work.js';
import { unreachable } from '../desk/desk-problem.js';

/** What the worker tells: how many hashes it makes in a second, then what it found. */
export type WorkNews =
  | { readonly kind: 'pace'; readonly perSecond: number }
  | { readonly kind: 'done'; readonly proof: Proof };

/** How somebody who waits for a piece of work is kept informed, and can leave it. */
export interface WorkWatch {
  /** How long it usually takes here, in milliseconds; throws where that is too long to begin. */
  readonly expect: (usualMs: number) => void;
  /** Rejects with its reason when nobody waits any more. */
  readonly signal: AbortSignal;
}

/** Works out beside the page what the desk asks; it asks staff for little, and rarely. Throws DeskProblem. */
export async function workOut(work: Work, { expect, signal }: WorkWatch): Promise<Proof> {
  const worker = new Worker(new URL('./proof.worker', import.meta.url), { type: 'module' });
  const { promise, resolve, reject } = Promise.withResolvers<Proof>();
  worker.onmessage = ({ data }: MessageEvent<WorkNews>) => {
    if (data.kind === 'done') {
      resolve(data.proof);
      return;
    }
    try {
      expect((2 ** work.bits / data.perSecond) * 1_000);
    } catch (tooLong) {
      reject(tooLong);
    }
  };
  // Only its file not coming can fail.
  worker.onerror = () => {
    reject(unreachable());
  };
  signal.addEventListener('abort', () => {
    reject(signal.reason);
  });
  worker.postMessage(work);
  try {
    return await promise;
  } finally {
    worker.terminate();
  }
}
