import { I420Picture } from './i420-picture.js';

function filled(width: number, height: number, colour: number): Uint32Array {
  return new Uint32Array(width * height).fill(colour);
}

describe('A picture for the encoder', () => {
  it('has the luma and colour of BT.601', () => {
    const picture = new I420Picture({ width: 4, height: 2 });
    const whole = picture.cover({ x: 0, y: 0, width: 4, height: 2 });
    picture.draw(whole, { pixels: filled(4, 2, 0xffffff), width: 4 }, 0);
    expect([...picture.data]).toEqual([...Array<number>(8).fill(235), 128, 128, 128, 128]);
    picture.draw(whole, { pixels: filled(4, 2, 0xff0000), width: 4 }, 0);
    expect([...picture.data]).toEqual([...Array<number>(8).fill(82), 90, 90, 240, 240]);
  });

  it('draws a part and leaves the rest', () => {
    const picture = new I420Picture({ width: 6, height: 4 });
    const before = picture.data.slice();
    const area = picture.cover({ x: 3, y: 3, width: 1, height: 1 });
    expect(area).toEqual({ x: 2, y: 2, width: 2, height: 2 });
    picture.draw(area, { pixels: filled(6, 4, 0xffffff), width: 6 }, 2 * 6 + 2);
    const changed = [...picture.data].flatMap((value, at) => (value === before[at] ? [] : [at]));
    expect(changed).toEqual([14, 15, 20, 21]);
  });

  it('leaves out an odd edge of the screen', () => {
    const picture = new I420Picture({ width: 5, height: 3 });
    expect([picture.width, picture.height]).toEqual([4, 2]);
    expect(picture.cover({ x: 0, y: 0, width: 5, height: 3 })).toEqual({
      x: 0,
      y: 0,
      width: 4,
      height: 2,
    });
    expect(picture.cover({ x: 4, y: 0, width: 1, height: 3 }).width).toBe(0);
  });

  it('can show nothing', () => {
    const picture = new I420Picture({ width: 2, height: 2 });
    picture.draw(
      { x: 0, y: 0, width: 2, height: 2 },
      { pixels: filled(2, 2, 0xffffff), width: 2 },
      0,
    );
    picture.blank();
    expect([...picture.data]).toEqual([0x18, 0x18, 0x18, 0x18, 0x80, 0x80]);
  });
});
