import { sha256 } from '@noble/hashes/sha2.js';
import { findProof, type Work } from '../../../workflows/domain/codes/proof-of-work.js';

/** Works out what the desk asks, beside the page, so that nobody's typing waits for it. */
const encoder = new TextEncoder();

addEventListener('message', ({ data }: MessageEvent<Work>) => {
  postMessage(findProof(data, (text) => sha256(encoder.encode(text))));
});
