import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);
const squeezable = /\.(?:css|js|svg)$/;

/** Puts beside each text of a folder what Brotli makes of it at its best, which takes too long for a request. */
export async function squeeze(folder) {
  const names = await readdir(folder);
  await Promise.all(
    names.filter((name) => squeezable.test(name)).map((name) => squeezeOne(join(folder, name))),
  );
}

async function squeezeOne(path) {
  const text = await readFile(path);
  const squeezed = await compress(text);
  if (squeezed.length < text.length) await writeFile(`${path}.br`, squeezed);
}
