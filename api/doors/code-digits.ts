import { randomInt } from 'node:crypto';
import type { DrawnCode } from '../../activities/doors/code-store.js';
import { codeFrom, codeSpace } from '../../workflows/domain/codes/code.js';
import { sign } from '../secrets.js';

/** Draws a code; every one is as likely as every other. */
export function drawCode(codeKey: Buffer): DrawnCode {
  const code = codeFrom(randomInt(codeSpace));
  return { code, hash: codeHash(codeKey, code) };
}

/** What stands for a code in the store. Without the key a hundred million hashes would be made in no time. */
export function codeHash(codeKey: Buffer, code: string): string {
  return sign(codeKey, code);
}
