/**
 * What a viewer answers to the device, over the data channel that also carries control messages, which
 * begin with another byte. Layout, big endian: mark u8 = 0x50, kind u8, number u32.
 *
 * None of it is authenticated beyond the relay's word on whose channel it came by: all it can change is
 * how fast, and how much again, its own sender is shown.
 */
export type ViewerMessage =
  /** Begin from the beginning: everything so far is missing or broken. */
  | { readonly kind: 'begin' }
  /** Everything up to this number has been shown. */
  | { readonly kind: 'shown'; readonly number: number };

const mark = 0x50;
const kinds = ['begin', 'shown'] as const;
const length = 6;

export function encodeViewer(message: ViewerMessage): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, mark);
  view.setUint8(1, kinds.indexOf(message.kind));
  view.setUint32(2, message.kind === 'shown' ? message.number : 0);
  return bytes;
}

/** A message, or null when the bytes are none of ours. */
export function decodeViewer(bytes: Uint8Array): ViewerMessage | null {
  if (bytes.length !== length || bytes[0] !== mark) return null;
  const kind = kinds[bytes[1] ?? kinds.length];
  const number = new DataView(bytes.buffer, bytes.byteOffset, length).getUint32(2);
  switch (kind) {
    case 'begin':
      return number === 0 ? { kind } : null;
    case 'shown':
      return { kind, number };
    default:
      return null;
  }
}
