import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import type { HelperDownload } from '../desk.js';

const name = 'mayday-helper-linux-x64';

/** The helpers that can be downloaded here, each with the hash of what will arrive. */
export async function helperDownloads(folder: string): Promise<readonly HelperDownload[]> {
  const file = join(folder, name);
  if (!existsSync(file)) return [];
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return [
    {
      system: 'linux-x64',
      path: `/helper/${name}`,
      bytes: statSync(file).size,
      sha256: hash.digest('hex'),
    },
  ];
}

/** Sends the helper as a file to be kept, never to be shown. */
export function helperDownload(folder: string): RequestHandler {
  return (request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || request.path !== `/helper/${name}`) {
      next();
      return;
    }
    response.set('Cache-Control', 'public, max-age=0, must-revalidate');
    response.download(join(folder, name), name, { cacheControl: false }, (error) => {
      // Whoever breaks off the download has already gone.
      if (error && !response.headersSent) next();
    });
  };
}
