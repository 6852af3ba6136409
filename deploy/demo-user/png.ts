import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from '../../agent/platform/desktop.js';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const colour = [8, 2, 0, 0, 0] as const;

/** A picture as a PNG file. */
export function png(picture: Picture): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(picture.width, 0);
  size.writeUInt32BE(picture.height, 4);
  return Buffer.concat([
    signature,
    chunk('IHDR', Buffer.concat([size, Buffer.from(colour)])),
    chunk('IDAT', deflateSync(rows(picture), { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Rows of red, green and blue, each after a byte that says that it is not filtered. */
function rows({ width, height, pixels }: Picture): Buffer {
  const bytes = Buffer.alloc(height * (1 + width * 3));
  let at = 0;
  for (let index = 0; index < width * height; index += 1) {
    if (index % width === 0) at += 1;
    const pixel = pixels[index] ?? 0;
    bytes[at] = (pixel >> 16) & 255;
    bytes[at + 1] = (pixel >> 8) & 255;
    bytes[at + 2] = pixel & 255;
    at += 3;
  }
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
