import type * as Log from '../bundle.js';
import { isAnsweredFor } from './answered-for.js';
import { Checkpoints, placeOf } from './checkpoints.js';
import { Findings } from './findings.js';
import { hashOf, leafOf } from './hashes.js';
import { refuseStrangers } from './known-names.js';
import { isConsistent, rootFrom } from './paths.js';
import { SignedHeads } from './signed-heads.js';
import { Texts } from './texts.js';

/** Checks a proof about one entry, or that one size of the log became another. */
export function verifyProof(proof: Log.Proof, trust: Log.Trust): readonly string[] {
  const findings = new Findings();
  try {
    check(proof, trust, findings);
  } catch {
    findings.add('the proof', 'lacks what it must say'); // Whatever it stumbled over.
  }
  return findings.all;
}

function check(proof: Log.Proof, trust: Log.Trust, findings: Findings): void {
  refuseStrangers('proof', proof, 'the proof', findings);
  if (proof.format !== 'mayday-proof-1') findings.add('the proof', 'is of another format');
  const heads = new SignedHeads(proof.log, findings);
  proof.keys.forEach((value, index) => {
    heads.takeKey({ place: `key ${index}`, value });
  });
  proof.heads.forEach((value, index) => {
    heads.takeHead({ place: `head ${index}`, value });
  });
  if (!heads.last) findings.add('the proof', 'has no head to which it leads');
  if (proof.inclusion) checkInclusion(proof.inclusion, heads, findings);
  for (const one of proof.consistency) checkConsistency(one, heads, findings);
  heads.holdAgainst(trust.publicKey);
  holdAgainst(trust.checkpoints, proof, heads, findings);
}

function checkInclusion(
  inclusion: NonNullable<Log.Proof['inclusion']>,
  heads: SignedHeads,
  findings: Findings,
): void {
  const { size, leaf, path } = inclusion;
  const { hash, entry } = leaf;
  const place = `leaf ${leaf.leaf}`;
  refuseStrangers('inclusion', inclusion, place, findings);
  refuseStrangers('leaf', leaf, place, findings);
  if (hashOf(entry) !== hash) findings.add(place, 'the entry is not what its hash says');
  if (!isAnsweredFor(leaf)) {
    findings.add(place, 'the events are not those that the entry answers for');
  }
  // Texts that were erased are simply missing here: a single proof says nothing of what is not in it.
  new Texts(findings).read(place, leaf);
  const root = rootFrom(leafOf(Buffer.from(hash, 'hex')), leaf.leaf, size, path);
  if (root === null || root !== heads.of(size)?.root) {
    findings.add(place, `is not in the log of size ${size}`);
  }
}

function checkConsistency(one: Log.Consistency, heads: SignedHeads, findings: Findings): void {
  refuseStrangers('consistency', one, 'the proof', findings);
  const { from, to, path } = one;
  const [before, after] = [heads.of(from), heads.of(to)];
  if (!before || !after || !isConsistent(before, after, path)) {
    findings.add('the proof', `size ${from} did not become size ${to}`);
  }
}

/** A checkpoint is reached when the proof has its very head, and every size that it speaks of leads to it or from it. */
function holdAgainst(
  kept: Log.Trust['checkpoints'],
  proof: Log.Proof,
  heads: SignedHeads,
  findings: Findings,
): void {
  const checkpoints = new Checkpoints(heads, findings);
  checkpoints.take(kept);
  const { last } = checkpoints;
  if (!last) return;
  if (heads.of(last.size)?.root !== last.root || !isReached(last.size, proof)) {
    findings.add(placeOf(last), 'the proof does not lead to it: ask for one that does');
  }
}

function isReached(size: number, { inclusion, consistency, heads }: Log.Proof): boolean {
  const reached = new Set([inclusion?.size ?? heads[0]?.size ?? size]);
  for (const { from, to } of consistency) {
    if (reached.has(from)) reached.add(to);
    if (reached.has(to)) reached.add(from);
  }
  return reached.has(size);
}
