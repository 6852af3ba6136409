import fc from 'fast-check';
import { mostBytesPerPixel, PixelReader, PixelWriter } from './pixel-code.js';

/** Areas as screens have them: few colours, long runs, rows that repeat; and some of mere noise. */
const area = fc
  .record({
    width: fc.integer({ min: 1, max: 64 }),
    height: fc.integer({ min: 1, max: 64 }),
    colours: fc.array(fc.integer({ min: 0, max: 0xffffff }), { minLength: 1, maxLength: 80 }),
    noise: fc.integer({ min: 0, max: 3 }),
    seed: fc.integer({ min: 1, max: 0x7fffffff }),
  })
  .map(({ width, height, colours, noise, seed }) => {
    let state = seed;
    const chance = (sides: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return (state >> 8) % sides;
    };
    const pixels = new Uint32Array(width * height);
    for (let at = 0; at < pixels.length; at += 1) {
      const dice = chance(4 + noise * 40);
      if (dice < 2 && at >= width) pixels[at] = pixels[at - width] ?? 0;
      else if (dice < 4 && at > 0) pixels[at] = pixels[at - 1] ?? 0;
      else if (dice < 30) pixels[at] = colours[chance(colours.length)] ?? 0;
      else pixels[at] = ((pixels[at - 1] ?? 0) + chance(0x30303)) & 0xffffff;
    }
    return { width, pixels };
  });

describe('Pixels as bytes', () => {
  it('come back as they were, area after area', () => {
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 4 }), (areas) => {
        const bytes = new Uint8Array(4 * 64 * 64 * mostBytesPerPixel);
        const writer = new PixelWriter();
        const ends: number[] = [];
        let to = 0;
        for (const { pixels, width } of areas) {
          to = writer.write(pixels, { width, count: pixels.length }, bytes, to);
          ends.push(to);
        }
        const reader = new PixelReader();
        let from = 0;
        areas.forEach(({ pixels, width }, index) => {
          const read = new Uint32Array(pixels.length);
          const end = reader.read(bytes.subarray(0, to), from, read, {
            width,
            count: pixels.length,
          });
          expect(end).toBe(ends[index] ?? -1);
          expect(read).toEqual(pixels);
          from = end ?? from;
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never take more than the most', () => {
    const noise = Uint32Array.from({ length: 4096 }, (_, at) => Math.imul(at, 7919777) & 0xffffff);
    const bytes = new Uint8Array(4096 * mostBytesPerPixel);
    const end = new PixelWriter().write(noise, { width: 64, count: 4096 }, bytes, 0);
    expect(end).toBeLessThanOrEqual(bytes.length);
  });

  it('take seven bytes for an area of one colour', () => {
    const bytes = new Uint8Array(4096 * mostBytesPerPixel);
    const plain = new Uint32Array(4096).fill(0x123456);
    expect(new PixelWriter().write(plain, { width: 64, count: 4096 }, bytes, 0)).toBe(7);
  });

  it('take four bytes for each further message of one row that repeats', () => {
    const writer = new PixelWriter();
    const bytes = new Uint8Array(4096 * mostBytesPerPixel);
    const striped = Uint32Array.from({ length: 4096 }, (_, at) => (at % 64) * 0x010203);
    const oneRow = writer.write(striped, { width: 64, count: 64 }, bytes, 0);
    writer.begin();
    expect(writer.write(striped, { width: 64, count: 4096 }, bytes, 0)).toBe(oneRow + 3);
  });

  it('are refused when they are cut short', () => {
    fc.assert(
      fc.property(
        area,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        ({ pixels, width }, share) => {
          const bytes = new Uint8Array(pixels.length * mostBytesPerPixel);
          const count = pixels.length;
          const end = new PixelWriter().write(pixels, { width, count }, bytes, 0);
          const cut = bytes.subarray(0, Math.floor(end * share));
          const read = new Uint32Array(count);
          expect(new PixelReader().read(cut, 0, read, { width, count })).toBeNull();
        },
      ),
    );
  });

  it('are never written outside their area, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 1, max: 64 }),
        (bytes, width, height) => {
          const count = width * height;
          const pixels = new Uint32Array(count + 1);
          pixels[count] = 0xabcdef;
          const end = new PixelReader().read(bytes, 0, pixels, { width, count });
          expect(pixels[count]).toBe(0xabcdef);
          if (end !== null) expect(end).toBeLessThanOrEqual(bytes.length);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
