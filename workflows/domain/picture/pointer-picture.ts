/** A pointer's picture: one word a pixel, `0xAARRGGBB` with alpha premultiplied, and the place in it that points. */
export interface PointerPicture {
  readonly width: number;
  readonly height: number;
  readonly hotX: number;
  readonly hotY: number;
  readonly pixels: Uint32Array;
}

/** The largest side of a pointer that is sent; systems have them up to 256 for people who see badly. */
const mostSide = 96;
const headLength = 8;

/** Whether a pointer is small enough to be sent; a larger one is left out of the picture. */
export function canSendPointer({ width, height }: PointerPicture): boolean {
  return isSide(width) && isSide(height);
}

/** Layout, big endian: width, height, and the place that points, u16 each; then the pixels. */
export function writePointerShape(shape: PointerPicture): Uint8Array {
  const bytes = new Uint8Array(headLength + shape.pixels.length * 4);
  const view = new DataView(bytes.buffer);
  [shape.width, shape.height, shape.hotX, shape.hotY].forEach((value, index) => {
    view.setUint16(index * 2, value);
  });
  shape.pixels.forEach((pixel, index) => {
    view.setUint32(headLength + index * 4, pixel);
  });
  return bytes;
}

/** A pointer's picture, or null when the bytes are none. */
export function readPointerShape(bytes: Uint8Array): PointerPicture | null {
  if (bytes.length < headLength) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint16(0);
  const height = view.getUint16(2);
  const count = width * height;
  if (!isSide(width) || !isSide(height) || bytes.length !== headLength + count * 4) return null;
  const pixels = Uint32Array.from({ length: count }, (_, at) =>
    view.getUint32(headLength + at * 4),
  );
  return { width, height, hotX: view.getUint16(4), hotY: view.getUint16(6), pixels };
}

function isSide(pixels: number): boolean {
  return pixels > 0 && pixels <= mostSide;
}
