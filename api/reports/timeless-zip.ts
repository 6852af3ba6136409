const entry = 0x02014b50;
const end = 0x06054b50;
/** The first instant that the format can tell: midnight, 1 January 1980. */
const beginning = 0x00210000;

/** A zip archive whose files tell no time of their making, so that the same content gives the same bytes. */
export function timelessZip(archive: Buffer): Buffer {
  const timeless = Buffer.from(archive);
  const last = timeless.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (last < 0 || timeless.readUInt32LE(last) !== end) throw new Error('This is no zip archive.');
  let at = timeless.readUInt32LE(last + 16);
  while (at < last && timeless.readUInt32LE(at) === entry) {
    timeless.writeUInt32LE(beginning, at + 12);
    timeless.writeUInt32LE(beginning, timeless.readUInt32LE(at + 42) + 10);
    const lengths = [28, 30, 32].map((offset) => timeless.readUInt16LE(at + offset));
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return timeless;
}
