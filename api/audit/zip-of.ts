import { Zip, ZipDeflate } from 'fflate';
import type { BundleFile } from '../../activities/audit/export-bundle.js';

/** A zip archive of files that are written piece by piece, given out as it grows. */
export async function* zipOf(files: readonly BundleFile[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for (const { name, content } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    for await (const text of content) {
      file.push(Buffer.from(text));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
