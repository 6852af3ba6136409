import { sha256 } from '@noble/hashes/sha2.js';
import {
  leadingZeroBits,
  type Proof,
  provenText,
  type Work,
} from '../../../../workflows/domain/codes/proof-of-work.js';

/** Short enough that typing stays smooth in between. */
const sliceMs = 8;

/** Works out what the desk asks, a slice at a time; it asks staff for little, and rarely. */
export async function workOut({ challenge, bits }: Work): Promise<Proof> {
  const encoder = new TextEncoder();
  for (let answer = 0, begun = performance.now(); ; answer += 1) {
    const proof = { challenge, answer };
    if (leadingZeroBits(sha256(encoder.encode(provenText(proof)))) >= bits) return proof;
    if (performance.now() - begun < sliceMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  }
}
