/** A rectangle on the page or a size, in the same pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** A place on the user's screen as shares of its width and height, and whether the pointer was really on it. */
export interface ScreenPlace {
  readonly x: number;
  readonly y: number;
  readonly inside: boolean;
}

/** Where the picture lies in a box that shows it whole and in proportion, with bars at two sides. */
export function pictureIn(box: Box, picture: Size): Box {
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return {
    left: box.left + (box.width - width) / 2,
    top: box.top + (box.height - height) / 2,
    width,
    height,
  };
}

/** The place under a point of the page; a point on the bars or outside counts for the nearest edge. Null without a picture. */
export function placeAt(
  point: { readonly clientX: number; readonly clientY: number },
  box: Box,
  picture: Size,
): ScreenPlace | null {
  if (picture.width === 0 || picture.height === 0 || box.width === 0 || box.height === 0)
    return null;
  const area = pictureIn(box, picture);
  const x = (point.clientX - area.left) / area.width;
  const y = (point.clientY - area.top) / area.height;
  return { x: within(x), y: within(y), inside: x === within(x) && y === within(y) };
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
