import type { Findings } from './findings.js';

/** What each thing in a bundle or proof may say: whatever stands beside it is signed by nobody. */
const names = {
  about: ['format', 'log', 'from', 'to', 'heads', 'consistency'],
  part: ['size', 'frontier'],
  proof: ['format', 'log', 'keys', 'heads', 'inclusion', 'consistency'],
  inclusion: ['size', 'leaf', 'path'],
  consistency: ['from', 'to', 'path'],
  key: ['log', 'key', 'publicKey', 'fromSize', 'at', 'handedOverBy', 'signature'],
  head: ['log', 'size', 'root', 'at', 'key', 'signature'],
  leaf: ['leaf', 'hash', 'entry', 'events', 'texts'],
  text: ['digest', 'salt', 'text'],
  erasure: ['leaf', 'hash', 'entry', 'path'],
} as const;

/** Names what somebody has put beside what is signed or proved, where a reader could take it for part of it. */
export function refuseStrangers(
  kind: keyof typeof names,
  value: object,
  place: string,
  findings: Findings,
): void {
  const known: readonly string[] = names[kind];
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) findings.add(place, `nobody answers for "${name}"`);
  }
}
