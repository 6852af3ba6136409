import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import type { FactsPage } from './facts-page.js';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** A page as bytes, in the platform's own format for values, which later versions of it can read. */
export async function packPage(page: FactsPage): Promise<Buffer> {
  return compress(serialize(page));
}

/** The page that was packed; whoever asks knows by its stamp that it is one. */
export async function unpackPage(packed: Buffer): Promise<FactsPage> {
  return deserialize(await decompress(packed)) as FactsPage;
}
