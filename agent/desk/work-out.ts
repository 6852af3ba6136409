import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import {
  leadingZeroBits,
  type Proof,
  provenText,
  type Work,
} from '../../workflows/domain/codes/proof-of-work.js';

/** Short enough that the windows stay quick in between. */
const sliceMs = 8;

/** Works out what the desk asks of who asks it often. Throws when the signal comes. */
export async function workOut({ challenge, bits }: Work, signal: AbortSignal): Promise<Proof> {
  let begun = performance.now();
  for (let answer = 0; ; answer += 1) {
    const proof = { challenge, answer };
    const hash = createHash('sha256').update(provenText(proof)).digest();
    if (leadingZeroBits(hash) >= bits) return proof;
    if (performance.now() - begun < sliceMs) continue;
    await breathe(undefined, { signal });
    begun = performance.now();
  }
}
