import fc from 'fast-check';
import { AreaDrawer, AreaWriter, canvasWord, mostAreaBytes, type TileArea } from './tile-areas.js';

const screen = { width: 150, height: 90 };

const area: fc.Arbitrary<TileArea> = fc
  .tuple(fc.nat(149), fc.nat(89), fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 64 }))
  .map(([x, y, width, height]) => ({
    x,
    y,
    width: Math.min(width, screen.width - x),
    height: Math.min(height, screen.height - y),
  }));

function picture(seed: number) {
  const pixels = Uint32Array.from({ length: screen.width * screen.height }, (_, at) =>
    // The highest byte of a screen's word may hold anything.
    Math.imul((at >> 3) + seed, 2654435761),
  );
  return { ...screen, pixels };
}

describe('Areas of a screen', () => {
  it('are drawn where they were taken, and nothing beside them', () => {
    fc.assert(
      fc.property(fc.array(area, { maxLength: 6 }), fc.integer(), (areas, seed) => {
        const source = picture(seed);
        const bytes = new Uint8Array(areas.length * mostAreaBytes);
        const writer = new AreaWriter();
        writer.begin();
        const end = areas.reduce((at, one) => writer.write(source, one, bytes, at), 0);
        const canvas = { ...screen, pixels: new Uint32Array(source.pixels.length) };
        expect(new AreaDrawer().draw(bytes.subarray(0, end), canvas)).toEqual(areas);
        const expected = new Uint32Array(source.pixels.length);
        for (const { x, y, width, height } of areas) {
          for (let row = y; row < y + height; row += 1) {
            for (let column = x; column < x + width; column += 1) {
              const at = row * screen.width + column;
              expected[at] = canvasWord((source.pixels[at] ?? 0) & 0xffffff);
            }
          }
        }
        expect(canvas.pixels).toEqual(expected);
      }),
    );
  });

  it('have their colours in the order of a canvas', () => {
    expect(canvasWord(0x123456) >>> 0).toBe(0xff563412);
  });

  it('are refused outside the screen, cut, or made up, without an exception', () => {
    const drawer = new AreaDrawer();
    const canvas = () => ({ ...screen, pixels: new Uint32Array(screen.width * screen.height) });
    const oneRed = [0, 0, 0xfe, 255, 0, 0];
    expect(drawer.draw(Uint8Array.of(0, 149, 0, 89, ...oneRed), canvas())).not.toBeNull();
    expect(drawer.draw(Uint8Array.of(0, 150, 0, 89, ...oneRed), canvas())).toBeNull();
    expect(drawer.draw(Uint8Array.of(0, 0, 0, 90, ...oneRed), canvas())).toBeNull();
    expect(drawer.draw(Uint8Array.of(0, 0, 0, 0, 64, 0, 0xdf, 0, 65), canvas())).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const small = { width: 70, height: 70, pixels: new Uint32Array(70 * 70) };
        expect(() => drawer.draw(bytes, small)).not.toThrow();
      }),
    );
  });
});
