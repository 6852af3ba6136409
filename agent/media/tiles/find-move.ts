import type { RowMove } from '../../../workflows/domain/picture/row-move.js';
import type { TileArea } from '../../../workflows/domain/picture/tile-areas.js';

/** Rows of the screen as words `0x??RRGGBB`. */
interface Words {
  readonly width: number;
  readonly pixels: Uint32Array;
}

const rgb = 0xffffff;
/** Less is sent as tiles at no greater cost. */
const leastWidth = 64;
const leastRows = 12;
const leastHeight = 48;
const prime = 16_777_619;

/**
 * Finds rows that were sent already and stand elsewhere in an area now; null when that explains too little.
 * Rows are told apart by a hash, and what is found is compared pixel by pixel.
 */
export function findMove(sent: Words, screen: Words, area: TileArea): RowMove | null {
  if (area.width < leastWidth || area.height < leastHeight) return null;
  const [before, now] = [hashesOf(sent, area), hashesOf(screen, area)];
  const from = likeliestShift(before, now);
  if (from === null) return null;
  return longestRun(before, now, from, (row) => isSame(sent, screen, area, { row, from }), area);
}

/** A hash of each row of an area. */
function hashesOf({ width, pixels }: Words, area: TileArea): Int32Array {
  const hashes = new Int32Array(area.height);
  for (let row = 0; row < area.height; row += 1) {
    const first = (area.y + row) * width + area.x;
    let hash = 0;
    for (let at = first; at < first + area.width; at += 1) {
      hash = Math.imul(hash ^ ((pixels[at] ?? 0) & rgb), prime);
    }
    hashes[row] = hash;
  }
  return hashes;
}

/** By how many rows most rows that were there once, and have changed, stand higher or lower now. */
function likeliestShift(before: Int32Array, now: Int32Array): number | null {
  const places = new Map<number, number>();
  before.forEach((hash, row) => {
    // A row that is there twice tells nothing of where it went.
    places.set(hash, places.has(hash) ? -1 : row);
  });
  const votes = new Map<number, number>();
  let best: number | null = null;
  now.forEach((hash, row) => {
    const place = places.get(hash) ?? -1;
    if (place < 0 || place === row) return;
    const count = (votes.get(place - row) ?? 0) + 1;
    votes.set(place - row, count);
    if (best === null || count > (votes.get(best) ?? 0)) best = place - row;
  });
  return best;
}

/** The longest run of rows that the shift explains, when it explains enough that has changed. */
function longestRun(
  before: Int32Array,
  now: Int32Array,
  from: number,
  isSameRow: (row: number) => boolean,
  area: TileArea,
): RowMove | null {
  let [best, start] = [{ row: 0, rows: 0 }, 0];
  for (let row = 0; row <= now.length; row += 1) {
    const goesOn = row < now.length && now[row] === before[row + from] && isSameRow(row);
    if (goesOn) continue;
    if (row - start > best.rows) best = { row: start, rows: row - start };
    start = row + 1;
  }
  const changed = countChanged(before, now, best);
  if (changed < leastRows) return null;
  return { area: { ...area, y: area.y + best.row, height: best.rows }, from };
}

function countChanged(
  before: Int32Array,
  now: Int32Array,
  { row, rows }: { row: number; rows: number },
): number {
  let changed = 0;
  for (let at = row; at < row + rows; at += 1) if (before[at] !== now[at]) changed += 1;
  return changed;
}

function isSame(
  sent: Words,
  screen: Words,
  area: TileArea,
  { row, from }: { row: number; from: number },
): boolean {
  const here = (area.y + row) * screen.width + area.x;
  const there = (area.y + row + from) * sent.width + area.x;
  for (let at = 0; at < area.width; at += 1) {
    if (((screen.pixels[here + at] ?? 0) & rgb) !== sent.pixels[there + at]) return false;
  }
  return true;
}
