import fc from 'fast-check';
import type { TileArea } from '../../../workflows/domain/picture/tile-areas.js';
import { SentScreen } from './sent-screen.js';

const size = { width: 150, height: 100 };
const whole = { x: 0, y: 0, ...size };
const corner = { x: 0, y: 0 };

function plain(colour = 0x202020) {
  return { ...size, pixels: new Uint32Array(size.width * size.height).fill(colour) };
}

function takeAll(sent: SentScreen, screen: ReturnType<typeof plain>): readonly TileArea[] {
  return sent.marked(corner).flatMap((tile) => sent.take(tile, screen) ?? []);
}

describe('The screen as a viewer was sent it', () => {
  it('is to be sent whole at first, tile by tile', () => {
    const sent = new SentScreen(size);
    const areas = takeAll(sent, plain());
    expect(areas.length).toBe(6);
    expect(areas[5]).toEqual({ x: 128, y: 64, width: 22, height: 36 });
    expect(sent.isSettled).toBeTrue();
  });

  it('is not sent again where it only may have changed', () => {
    const sent = new SentScreen(size);
    takeAll(sent, plain());
    sent.mark([whole]);
    // The highest byte of a pixel means nothing.
    expect(takeAll(sent, plain(0xff202020))).toEqual([]);
  });

  it('is sent as far as it changed, cut down to the change', () => {
    const sent = new SentScreen(size);
    const screen = plain();
    takeAll(sent, screen);
    const dots = [
      [70, 3],
      [80, 9],
      [75, 5],
    ] as const;
    for (const [x, y] of dots) screen.pixels[y * size.width + x] = 0xffffff;
    sent.mark([{ x: 60, y: 0, width: 30, height: 20 }]);
    expect(takeAll(sent, screen)).toEqual([{ x: 70, y: 3, width: 11, height: 7 }]);
  });

  it('is sent as it looks when it is taken, however often it changed before', () => {
    const sent = new SentScreen(size);
    const screen = plain();
    takeAll(sent, screen);
    for (const colour of [0x111111, 0x222222, 0x333333]) {
      screen.pixels[0] = colour;
      sent.mark([{ x: 0, y: 0, width: 1, height: 1 }]);
    }
    expect(takeAll(sent, screen).length).toBe(1);
    screen.pixels[0] = 0x333333;
    sent.mark([whole]);
    expect(takeAll(sent, screen)).toEqual([]);
  });

  it('begins where the person works', () => {
    const sent = new SentScreen(size);
    expect(sent.marked({ x: 149, y: 99 })[0]).toBe(5);
    expect(sent.marked({ x: 0, y: 99 })[0]).toBe(3);
  });

  it('is to be sent whole again once it counts for nothing', () => {
    const sent = new SentScreen(size);
    takeAll(sent, plain());
    sent.forget();
    expect(takeAll(sent, plain()).length).toBe(6);
  });

  it('covers every change by the areas that are taken', () => {
    const dot = fc.tuple(fc.nat(size.width - 1), fc.nat(size.height - 1));
    fc.assert(
      fc.property(fc.array(dot, { minLength: 1, maxLength: 20 }), (dots) => {
        const sent = new SentScreen(size);
        const screen = plain();
        takeAll(sent, screen);
        for (const [x, y] of dots) {
          screen.pixels[y * size.width + x] = 0xabcdef;
          sent.mark([{ x, y, width: 1, height: 1 }]);
        }
        const areas = takeAll(sent, screen);
        const isCovered = ([x, y]: readonly [number, number]): boolean =>
          areas.some(
            (area) =>
              x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height,
          );
        expect(dots.every(isCovered)).toBeTrue();
      }),
    );
  });
});
