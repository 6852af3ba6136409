import { pictureIn, placeAt } from './picture-area.js';

describe('the place under the pointer', () => {
  const box = { left: 100, top: 50, width: 800, height: 800 };
  const picture = { width: 1600, height: 900 };

  it('lies in the picture between its bars above and below', () => {
    expect(pictureIn(box, picture)).toEqual({ left: 100, top: 225, width: 800, height: 450 });
    expect(placeAt({ clientX: 500, clientY: 450 }, box, picture)).toEqual({
      x: 0.5,
      y: 0.5,
      inside: true,
    });
    expect(placeAt({ clientX: 100, clientY: 225 }, box, picture)).toEqual({
      x: 0,
      y: 0,
      inside: true,
    });
    expect(placeAt({ clientX: 900, clientY: 675 }, box, picture)).toEqual({
      x: 1,
      y: 1,
      inside: true,
    });
  });

  it('lies in the picture between bars left and right', () => {
    const tall = { width: 450, height: 900 };
    expect(placeAt({ clientX: 300, clientY: 50 }, box, tall)).toEqual({ x: 0, y: 0, inside: true });
    expect(placeAt({ clientX: 500, clientY: 850 }, box, tall)).toEqual({
      x: 0.5,
      y: 1,
      inside: true,
    });
  });

  it('is the nearest edge, and outside, on a bar', () => {
    expect(placeAt({ clientX: 300, clientY: 60 }, box, picture)).toEqual({
      x: 0.25,
      y: 0,
      inside: false,
    });
    expect(placeAt({ clientX: 5000, clientY: 450 }, box, picture)).toEqual({
      x: 1,
      y: 0.5,
      inside: false,
    });
  });

  it('is nowhere before there is a picture', () => {
    expect(placeAt({ clientX: 300, clientY: 300 }, box, { width: 0, height: 0 })).toBeNull();
  });
});
