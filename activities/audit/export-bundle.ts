import { createPublicKey } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bundle, Line, LogKey } from './bundle.js';
import { bundleReadme } from './bundle-readme.js';
import { verifierText } from './verifier-text.js';

/** A file of a bundle, written piece by piece. */
export interface BundleFile {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

/** The files of a bundle, with its verifier and how to use it. */
export function bundleFiles(bundle: Bundle): readonly BundleFile[] {
  const { about, keys, heads, entries, erasures } = bundle;
  return [
    { name: 'README.md', content: [bundleReadme(about)] },
    { name: 'bundle.json', content: [`${JSON.stringify(about, undefined, 2)}\n`] },
    { name: 'keys.jsonl', content: keys.map(textOf) },
    { name: 'heads.jsonl', content: heads.map(textOf) },
    { name: 'entries.jsonl', content: textsOf(entries) },
    { name: 'erasures.jsonl', content: erasures.map(textOf) },
    { name: 'public-key.pem', content: [pemOf(keys.at(-1)?.value as LogKey)] },
    { name: 'verify.mjs', content: [verifierText()] },
  ];
}

/** Writes a bundle into a new folder. */
export async function writeBundle(bundle: Bundle, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: false });
  for (const { name, content } of bundleFiles(bundle)) {
    await pipeline(Readable.from(content), createWriteStream(join(folder, name)));
  }
}

async function* textsOf(lines: Bundle['entries']): AsyncGenerator<string> {
  for await (const line of lines) yield textOf(line);
}

function textOf({ value }: Line): string {
  return `${JSON.stringify(value)}\n`;
}

function pemOf({ publicKey }: LogKey): string {
  const der = Buffer.from(publicKey, 'base64');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return key.export({ format: 'pem', type: 'spki' }).toString();
}
