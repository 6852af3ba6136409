import { sha256 } from '@noble/hashes/sha2.js';
import {
  leadingZeroBits,
  type Proof,
  provenText,
  type Work,
} from '../../../workflows/domain/codes/proof-of-work.js';

/** Short enough that the page stays quick in between. */
const sliceMs = 12;

/** Works out what the desk asks of an address that has asked often, a slice at a time. */
export async function workOut({ challenge, bits }: Work): Promise<Proof> {
  const encoder = new TextEncoder();
  let begun = performance.now();
  for (let answer = 0; ; answer += 1) {
    const proof = { challenge, answer };
    if (leadingZeroBits(sha256(encoder.encode(provenText(proof)))) >= bits) return proof;
    if (performance.now() - begun < sliceMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  }
}
