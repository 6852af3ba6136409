import type { Area, Size } from '../../agent/platform/desktop.js';

/** The two colours of the field, far from each other and from everything else on the desktop, as `0x00RRGGBB`. */
export const fieldColours = { rest: 0xff00ff, pressed: 0x00ff00 } as const;

export type FieldColour = keyof typeof fieldColours;

/** Where the field lies on the user's desktop. */
export function fieldOn({ width, height }: Size): Area {
  return {
    x: Math.round(width * 0.1),
    y: Math.round(height * 0.55),
    width: 160,
    height: 120,
  };
}

/** Which of its colours a pixel of the field shows, also after a lossy way; undefined for another pixel. */
export function colourOf(pixel: number): FieldColour | undefined {
  const red = (pixel >> 16) & 0xff;
  const green = (pixel >> 8) & 0xff;
  const blue = pixel & 0xff;
  if (red > 128 && blue > 128 && green < 128) return 'rest';
  if (green > 128 && red < 128 && blue < 128) return 'pressed';
  return undefined;
}
