import fc from 'fast-check';
import { moveRows } from '../../../workflows/domain/picture/row-move.js';
import { findMove } from './find-move.js';

const width = 120;
const height = 90;
const whole = { x: 0, y: 0, width, height };

/** A page of text: lines of marks, each different, with room between them. */
function page(seed: number): Uint32Array {
  const pixels = new Uint32Array(width * height).fill(0xffffff);
  for (let row = 0; row < height; row += 1) {
    if (row % 12 > 8) continue;
    for (let column = 0; column < width; column += 1) {
      if (Math.imul((row + 1) * 7919 + column + seed, 2654435761) >>> 30 === 0) {
        pixels[row * width + column] = 0x202020;
      }
    }
  }
  return pixels;
}

describe('Rows that moved', () => {
  it('are found when a text is scrolled up or down, whatever came in its place', () => {
    const shift = fc.integer({ min: -40, max: 40 }).filter((by) => by !== 0);
    fc.assert(
      fc.property(shift, fc.nat(1_000), (by, seed) => {
        const before = page(seed);
        const now = page(seed + 5_000);
        const kept = height - Math.abs(by);
        const from = Math.max(0, by) * width;
        now.set(before.subarray(from, from + kept * width), Math.max(0, -by) * width);
        const move = findMove({ width, pixels: before }, { width, pixels: now }, whole);
        expect(move?.from).toBe(by);
        expect(move?.area.height).toBeGreaterThanOrEqual(kept);
        const moved = { width, height, pixels: before.slice() };
        if (move) moveRows(move, moved);
        const { y, height: rows } = move?.area ?? whole;
        const found = moved.pixels.subarray(y * width, (y + rows) * width);
        expect(found).toEqual(now.subarray(y * width, (y + rows) * width));
      }),
    );
  });

  it('are none where nothing of it moved, or too little to be worth it', () => {
    const before = { width, pixels: page(1) };
    expect(findMove(before, before, whole)).toBeNull();
    expect(findMove(before, { width, pixels: page(9_999) }, whole)).toBeNull();
    expect(findMove(before, { width, pixels: page(9_999) }, { ...whole, height: 20 })).toBeNull();
  });

  it('are never taken from what was not sent', () => {
    const unsent = { width, pixels: new Uint32Array(width * height).fill(0xffffffff) };
    const white = { width, pixels: new Uint32Array(width * height).fill(0xffffff) };
    expect(findMove(unsent, white, whole)).toBeNull();
  });
});
