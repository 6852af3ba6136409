import fc from 'fast-check';
import { readTwoColours, twoColoursLength, twoColoursOf, writeTwoColours } from './two-colours.js';

const colour = fc.integer({ min: 0, max: 0xffffff });
/** Dots so close that runs would take more. */
const dots = fc
  .record({
    first: colour,
    second: colour,
    seed: fc.nat(10_000),
    count: fc.integer({ min: 40, max: 900 }),
  })
  .filter(({ first, second }) => first !== second)
  .map(({ first, second, seed, count }) =>
    Uint32Array.from({ length: count }, (_, at) =>
      at % 2 === 0 || Math.imul(at + seed, 2654435761) >>> 30 === 0 ? first : second,
    ),
  );

describe('Pixels of two colours', () => {
  it('come back as they were, beside whatever stands there', () => {
    fc.assert(
      fc.property(dots, fc.nat(9), (pixels, start) => {
        const colours = twoColoursOf(pixels, pixels.length);
        if (!colours) return;
        const bytes = new Uint8Array(start + twoColoursLength(pixels.length) + 3).fill(0xff);
        const end = writeTwoColours(pixels, pixels.length, colours, { bytes, start });
        const read = new Uint32Array(pixels.length);
        expect(readTwoColours(bytes, start, read, pixels.length)).toBe(end);
        expect(read).toEqual(pixels);
        expect(
          [...bytes.subarray(0, start), ...bytes.subarray(end)].every((one) => one === 0xff),
        ).toBeTrue();
      }),
    );
  });

  it('are found where they are close together, and nowhere else', () => {
    const close = Uint32Array.from({ length: 200 }, (_, at) => (at % 2) * 0xffffff);
    expect(twoColoursOf(close, 200)).toEqual([0, 0xffffff]);
    expect(twoColoursOf(close.fill(7, 0, 190), 200)).toBeNull();
    expect(
      twoColoursOf(
        Uint32Array.from({ length: 200 }, (_, at) => at % 3),
        200,
      ),
    ).toBeNull();
    expect(twoColoursOf(new Uint32Array(200), 200)).toBeNull();
  });

  it('are refused when they are cut short', () => {
    const bytes = new Uint8Array(twoColoursLength(64) - 1);
    expect(readTwoColours(bytes, 0, new Uint32Array(64), 64)).toBeNull();
  });
});
