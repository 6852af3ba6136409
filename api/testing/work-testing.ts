import { createHash } from 'node:crypto';
import {
  leadingZeroBits,
  type Proof,
  provenText,
  type Work,
} from '../../workflows/domain/codes/proof-of-work.js';

/** Works out what the desk asks, as helpers and pages do. */
export function workOut({ challenge, bits }: Work): Proof {
  for (let answer = 0; ; answer += 1) {
    const proof = { challenge, answer };
    const hash = createHash('sha256').update(provenText(proof)).digest();
    if (leadingZeroBits(hash) >= bits) return proof;
  }
}
