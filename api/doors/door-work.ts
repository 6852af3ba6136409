import { createHash, randomBytes } from 'node:crypto';
import {
  leadingZeroBits,
  type Proof,
  provenText,
  type Work,
} from '../../workflows/domain/codes/proof-of-work.js';
import { isSigned, sign } from '../secrets.js';

/** Long enough for a slow machine, short enough that nobody works in advance for another day. */
const lifetimeMs = 15 * 60_000;

/** Makes a piece of work for one person at one door. */
export function workFor(key: Buffer, whose: string, bits: number, now: number): Work {
  const body = [now + lifetimeMs, bits, randomBytes(12).toString('base64url')].join('.');
  return { challenge: `${body}.${sign(key, `${whose} ${body}`)}`, bits };
}

/** A piece of work that was done: how hard it was and until when it could be used. */
export interface DoneWork {
  readonly bits: number;
  readonly until: Date;
  readonly challengeHash: string;
}

/** What a proof is worth, or null when it is none: foreign, late, or not worked out. */
export function doneWork(key: Buffer, whose: string, proof: Proof, now: number): DoneWork | null {
  const { challenge } = proof;
  const at = challenge.lastIndexOf('.');
  const body = challenge.slice(0, Math.max(0, at));
  if (!isSigned(key, `${whose} ${body}`, challenge.slice(at + 1))) return null;
  const [until, bits] = body.split('.').map(Number);
  if (until === undefined || bits === undefined || until <= now) return null;
  if (leadingZeroBits(sha256(provenText(proof))) < bits) return null;
  return { bits, until: new Date(until), challengeHash: sha256(challenge).toString('base64url') };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
