import type { Area, Picture } from '../../agent/platform/desktop.js';
import { colourOf, fieldColours, type FieldColour } from './field.js';

/** Where the field is seen, with the colour that it shows. */
export interface SeenField extends Area {
  readonly colour: FieldColour;
}

const leastSide = 60;
const leastFilled = 0.9;

/** Finds the field in a picture of the viewer's screen: a filled rectangle of one of its two colours; undefined when it is not in sight. */
export function findField(picture: Picture): SeenField | undefined {
  for (const colour of ['rest', 'pressed'] as const) {
    const area = extent(picture, colour);
    if (area) return { ...area, colour };
  }
  return undefined;
}

/** The rectangle around all pixels near the colour, when these fill it. */
function extent({ width, pixels }: Picture, colour: FieldColour): Area | undefined {
  let [left, right, top, bottom, count] = [Infinity, -1, Infinity, -1, 0];
  pixels.forEach((pixel, index) => {
    if (!isNear(pixel, colour)) return;
    const x = index % width;
    const y = (index - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    count += 1;
  });
  const area = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  const isField = area.width >= leastSide && area.height >= leastSide;
  return isField && count >= leastFilled * area.width * area.height ? area : undefined;
}

const channels = [16, 8, 0];
const leeway = 60;

function isNear(pixel: number, colour: FieldColour): boolean {
  if (colourOf(pixel) !== colour) return false;
  const wanted = fieldColours[colour];
  return channels.every(
    (shift) => Math.abs(((pixel >> shift) & 0xff) - ((wanted >> shift) & 0xff)) <= leeway,
  );
}
