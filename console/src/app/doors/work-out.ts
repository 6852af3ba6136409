import type { Proof, Work } from '../../../../workflows/domain/codes/proof-of-work.js';
import { unreachable } from '../desk/desk-problem.js';

/** Works out beside the page what the desk asks; it asks staff for little, and rarely. Throws DeskProblem. */
export async function workOut(work: Work): Promise<Proof> {
  const worker = new Worker(new URL('./proof.worker', import.meta.url), { type: 'module' });
  const { promise, resolve, reject } = Promise.withResolvers<Proof>();
  worker.onmessage = ({ data }: MessageEvent<Proof>) => {
    resolve(data);
  };
  // Only its file not coming can fail.
  worker.onerror = () => {
    reject(unreachable());
  };
  worker.postMessage(work);
  try {
    return await promise;
  } finally {
    worker.terminate();
  }
}
