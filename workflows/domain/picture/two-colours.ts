/**
 * Pixels of two colours, as most text is: both colours in three bytes each, then a bit for each pixel,
 * the highest first; what is left of the last byte is zero.
 */
const coloursLength = 6;

/** Bytes of so many pixels. */
export function twoColoursLength(count: number): number {
  return coloursLength + Math.ceil(count / 8);
}

/** The two colours of the first `count` pixels, when these have no others and are smaller so than as runs. */
export function twoColoursOf(pixels: Uint32Array, count: number): readonly [number, number] | null {
  const first = pixels[0] ?? 0;
  let second = first;
  let changes = 0;
  let before = first;
  for (let at = 1; at < count; at += 1) {
    const pixel = pixels[at] ?? 0;
    if (pixel === before) continue;
    if (second === first) second = pixel;
    if (pixel !== first && pixel !== second) return null;
    before = pixel;
    changes += 1;
  }
  // Each change is the beginning of another run, which takes a byte or more.
  return changes > twoColoursLength(count) ? [first, second] : null;
}

/** Writes pixels of these colours; answers where they end. */
export function writeTwoColours(
  pixels: Uint32Array,
  count: number,
  [first, second]: readonly [number, number],
  { bytes, start }: { readonly bytes: Uint8Array; readonly start: number },
): number {
  writeColour(first, bytes, start);
  writeColour(second, bytes, start + 3);
  const bits = start + coloursLength;
  const end = start + twoColoursLength(count);
  bytes.fill(0, bits, end);
  for (let at = 0; at < count; at += 1) {
    if (pixels[at] !== first)
      bytes[bits + (at >> 3)] = (bytes[bits + (at >> 3)] ?? 0) | (128 >> (at & 7));
  }
  return end;
}

/** Reads `count` pixels; answers where they end, or null when there are not as many. */
export function readTwoColours(
  bytes: Uint8Array,
  start: number,
  pixels: Uint32Array,
  count: number,
): number | null {
  const end = start + twoColoursLength(count);
  if (end > bytes.length) return null;
  const [first, second] = [colourAt(bytes, start), colourAt(bytes, start + 3)];
  const bits = start + coloursLength;
  for (let at = 0; at < count; at += 1) {
    const isSecond = ((bytes[bits + (at >> 3)] ?? 0) & (128 >> (at & 7))) !== 0;
    pixels[at] = isSecond ? second : first;
  }
  return end;
}

function writeColour(colour: number, bytes: Uint8Array, at: number): void {
  bytes[at] = colour >> 16;
  bytes[at + 1] = colour >> 8;
  bytes[at + 2] = colour;
}

function colourAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
}
