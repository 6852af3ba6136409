import { deflateRawSync } from 'node:zlib';
import {
  tilesHeadLength,
  writeTilesHead,
} from '../../../workflows/domain/picture/picture-message.js';
import { AreaWriter, mostAreaBytes } from '../../../workflows/domain/picture/tile-areas.js';
import type { Picture } from '../../platform/desktop.js';
import type { SentScreen } from './sent-screen.js';

/** A message ends with the area that brings it past this; short ones leave while later tiles are still compared. */
const enough = 16_000;
/** Below this, packing saves less than the time that it takes. */
const worthPacking = 200;

/** Up to here, packing as small as can be takes no time that is felt. */
const littleToPack = 6_000;

/** Areas for one message, not numbered yet. */
export interface Batch {
  readonly areas: Uint8Array;
  readonly packed: boolean;
}

/** Writes what has changed on the screen since it was sent, a message at a time. */
export class TileWriter {
  readonly #areas = new AreaWriter();
  readonly #bytes = new Uint8Array(enough + mostAreaBytes);

  /** Takes tiles off the list until a message is full, or null when none of them had changed. */
  next(tiles: Iterator<number>, sent: SentScreen, screen: Picture): Batch | null {
    this.#areas.begin();
    let end = 0;
    while (end < enough) {
      const tile = tiles.next();
      if (tile.done) break;
      const area = sent.take(tile.value, screen);
      if (area) end = this.#areas.write(screen, area, this.#bytes, end);
    }
    return end === 0 ? null : packed(this.#bytes.subarray(0, end));
  }
}

/** The bytes of a message with these areas. */
export function tilesMessage(
  head: Parameters<typeof writeTilesHead>[1],
  areas: Uint8Array,
): Uint8Array {
  const bytes = new Uint8Array(tilesHeadLength + areas.length);
  writeTilesHead(bytes, head);
  bytes.set(areas, tilesHeadLength);
  return bytes;
}

/** The areas as they are, or packed when that is less; the same as long as the next are not written. */
function packed(areas: Uint8Array): Batch {
  if (areas.length < worthPacking) return { areas, packed: false };
  const smaller = deflateRawSync(areas, { level: areas.length < littleToPack ? 9 : 1 });
  return smaller.length < areas.length
    ? { areas: smaller, packed: true }
    : { areas, packed: false };
}
