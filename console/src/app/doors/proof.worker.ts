import { sha256 } from '@noble/hashes/sha2.js';
import { findProof, type Work } from '../../../../workflows/domain/codes/proof-of-work.js';
import type { WorkNews } from './work-out.js';

/** Works out what the desk asks, beside the page, so that nobody's typing waits for it; says first how fast it is. */
const encoder = new TextEncoder();
const hashOf = (text: string): Uint8Array => sha256(encoder.encode(text));
const sample = 3_000;

addEventListener('message', ({ data: work }: MessageEvent<Work>) => {
  tell({ kind: 'pace', perSecond: pace() });
  tell({ kind: 'done', proof: findProof(work, hashOf) });
});

function pace(): number {
  const begun = performance.now();
  for (let answer = 0; answer < sample; answer += 1) hashOf(`how fast is it.${answer}`);
  return (sample * 1_000) / Math.max(1, performance.now() - begun);
}

function tell(news: WorkNews): void {
  postMessage(news);
}
