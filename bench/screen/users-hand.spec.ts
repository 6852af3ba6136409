import type { Area } from '../../agent/platform/desktop.js';
import { findButton } from './users-hand.js';

const size = { width: 600, height: 400 };

function pictureWith(...areas: readonly Area[]) {
  const pixels = new Uint32Array(size.width * size.height).fill(0xffffff);
  for (const { x, y, width, height } of areas) {
    for (let row = y; row < y + height; row += 1) {
      pixels.fill(0xc2410c, row * size.width + x, row * size.width + x + width);
    }
  }
  return { ...size, pixels };
}

describe('The button that means yes', () => {
  const toggle = { x: 500, y: 60, width: 50, height: 24 };
  const button = { x: 310, y: 301, width: 180, height: 44 };

  it('is found by its colour and width, whatever switches are on', () => {
    const found = findButton(pictureWith(toggle, button));
    expect(found?.x).toBe(310);
    expect(found?.width).toBe(180);
    expect(found?.y).toBeGreaterThanOrEqual(301);
    expect(found?.y).toBeLessThanOrEqual(321);
  });

  it('is nowhere when only switches are in sight', () => {
    expect(findButton(pictureWith(toggle))).toBeUndefined();
  });
});
