import type { Proof, Work } from '../../../workflows/domain/codes/proof-of-work.js';
import { DeskUnreachable } from './desk-error.js';

/** Where the desk serves the worker; the build sets it, for the name carries a hash. */
declare const PROOF_WORKER: string;

/** Works out beside the page what the desk asks of an address that has asked often. Throws DeskUnreachable. */
export async function workOut(work: Work): Promise<Proof> {
  const worker = new Worker(PROOF_WORKER, { type: 'module' });
  const { promise, resolve, reject } = Promise.withResolvers<Proof>();
  worker.onmessage = ({ data }: MessageEvent<Proof>) => {
    resolve(data);
  };
  // Only its file not coming can fail.
  worker.onerror = (error) => {
    reject(new DeskUnreachable(error));
  };
  worker.postMessage(work);
  try {
    return await promise;
  } finally {
    worker.terminate();
  }
}
