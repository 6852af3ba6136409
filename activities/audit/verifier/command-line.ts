/**
 * Verifies a bundle of Mayday's audit log, or a proof about one entry. This one file needs Node 20 or
 * later and nothing else:
 *
 *   node verify.mjs DIR --key PUBLIC_KEY.pem --checkpoint CHECKPOINTS.jsonl
 *   node verify.mjs PROOF.json --key PUBLIC_KEY.pem --checkpoint CHECKPOINTS.jsonl
 *
 * The public key and the checkpoints must have been kept elsewhere than with whoever gave the rest.
 */
import { createPublicKey } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type * as Log from '../bundle.js';
import { isKeptLine } from './kept-line.js';
import { verifyBundle } from './log-verifier.js';
import { verifyProof } from './proof-verifier.js';
import { readBundle, readJson, readLines } from './read-files.js';

const usage =
  'node verify.mjs [DIR or PROOF.json] [--key PUBLIC_KEY.pem] [--checkpoint CHECKPOINTS.jsonl]';

/** What was asked for, and what it is held against. */
interface Asked {
  readonly place: string;
  readonly trust: Log.Trust;
}

/** Verifies from the command line; gives the exit code: 0 proved, 1 something is wrong, 3 only true to itself. */
async function main(words: readonly string[]): Promise<number> {
  const asked = readWords(words);
  const there = statSync(asked.place, { throwIfNoEntry: false });
  if (!there) throw new Error(`${asked.place}: there is nothing to verify`);
  const { findings, summary } = there.isDirectory() ? await checkBundle(asked) : checkProof(asked);
  for (const finding of findings) console.error(finding);
  if (findings.length > 0) return 1;
  console.log(summary);
  const { publicKey, checkpoints } = asked.trust;
  if (publicKey !== null && checkpoints.length > 0) return 0;
  console.log(`It agrees with itself. To prove more, hold it against what you keep: ${usage}`);
  return 3;
}

function readWords(words: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { key: { type: 'string' }, checkpoint: { type: 'string' } },
    allowPositionals: true,
  });
  const { key, checkpoint: file } = values;
  const kept = file === undefined ? [] : readLines(file, file);
  return {
    place: positionals[0] ?? '.',
    trust: {
      publicKey: key === undefined ? null : readKey(key),
      checkpoints: kept.map(keptIn),
    },
  };
}

function readKey(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    createPublicKey(text);
    return text;
  } catch {
    throw new Error(`${file}: is no public key`); // Whatever it stumbled over.
  }
}

function keptIn({ place, value }: Log.Line): Log.KeptLine {
  if (isKeptLine(value)) return value;
  throw new Error(`${place}: is no checkpoint`);
}

interface Checked {
  readonly findings: readonly string[];
  readonly summary: string;
}

async function checkBundle({ place, trust }: Asked): Promise<Checked> {
  const { findings, entries, size, heads, texts, givenUp } = await verifyBundle(
    readBundle(place),
    trust,
  );
  const lost =
    givenUp > 0 ? ` ${givenUp} checkpoints were given up when the desk was restored.` : '';
  return {
    findings,
    summary: `${entries} entries up to size ${size}, ${heads} heads, ${texts} texts: all as signed.${lost}`,
  };
}

function checkProof({ place, trust }: Asked): Checked {
  const proof = readJson(place, place) as Log.Proof;
  const { inclusion, consistency } = proof;
  const facts = [
    ...(inclusion ? [`leaf ${inclusion.leaf.leaf} is in the log of size ${inclusion.size}`] : []),
    ...consistency.map(({ from, to }) => `size ${from} became size ${to}`),
  ];
  return { findings: verifyProof(proof, trust), summary: `Proved: ${facts.join('; ')}.` };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 2;
    },
  );
}
