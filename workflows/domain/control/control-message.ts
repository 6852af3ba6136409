/**
 * Messages from the driver's console to the device, over a relayed data channel.
 *
 * Layout, big endian: version u8 = 1, kind u8, epoch u32, counter u32, payload, then the first
 * 16 bytes of HMAC-SHA256 over all before it, under the driver key that the desk gave both ends.
 */
export type ControlMessage =
  | { readonly kind: 'pointer-move'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'pointer-button';
      readonly x: number;
      readonly y: number;
      readonly button: PointerButton;
      readonly down: boolean;
    }
  | {
      readonly kind: 'wheel';
      readonly x: number;
      readonly y: number;
      readonly dx: number;
      readonly dy: number;
    }
  | { readonly kind: 'key'; readonly code: string; readonly key: string; readonly down: boolean }
  | { readonly kind: 'release-all' };

/** The button as the DOM numbers it: main, auxiliary, secondary. */
export type PointerButton = 0 | 1 | 2;

/** Where a message stands: whose turn at the mouse, and which message of that turn. */
export interface ControlPosition {
  readonly epoch: number;
  readonly counter: number;
}

/** Bytes of the authentication code at the end of each message. */
export const macLength = 16;
/** The longest message that a device reads; anything longer is not one of ours. */
export const longestMessage = 256;

const version = 1;
const headerLength = 10;
const kinds = ['pointer-move', 'pointer-button', 'wheel', 'key', 'release-all'] as const;
const fullScale = 0xffff;

/** The bytes to be authenticated; append the code to send them. Coordinates run from 0 to 1 over the shared screen. */
export function encodeControl(
  position: ControlPosition,
  message: ControlMessage,
): Uint8Array<ArrayBuffer> {
  const payload = payloadOf(message);
  const bytes = new Uint8Array(headerLength + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, version);
  view.setUint8(1, kinds.indexOf(message.kind));
  view.setUint32(2, position.epoch);
  view.setUint32(6, position.counter);
  bytes.set(payload, headerLength);
  return bytes;
}

/** A message whose code has been checked, or null when the bytes are not one of ours. */
export function decodeControl(
  bytes: Uint8Array,
): { readonly position: ControlPosition; readonly message: ControlMessage } | null {
  if (bytes.length < headerLength || bytes.length > longestMessage) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint8(0) !== version) return null;
  const message = messageOf(view.getUint8(1), bytes.subarray(headerLength));
  if (!message) return null;
  return { position: { epoch: view.getUint32(2), counter: view.getUint32(6) }, message };
}

function payloadOf(message: ControlMessage): Uint8Array {
  switch (message.kind) {
    case 'pointer-move':
      return words(scaled(message.x), scaled(message.y));
    case 'pointer-button':
      return words(scaled(message.x), scaled(message.y), message.button, message.down ? 1 : 0);
    case 'wheel':
      return words(
        scaled(message.x),
        scaled(message.y),
        turnWord(message.dx),
        turnWord(message.dy),
      );
    case 'key': {
      const units = [...unitsOf(message.code), ...unitsOf(message.key)];
      return words(message.down ? 1 : 0, message.code.length, ...units);
    }
    case 'release-all':
      return new Uint8Array();
  }
}

function messageOf(kindIndex: number, payload: Uint8Array): ControlMessage | null {
  const kind = kinds[kindIndex];
  switch (kind) {
    case 'pointer-move':
      return moveOf(payload);
    case 'pointer-button':
      return buttonOf(payload);
    case 'wheel':
      return wheelOf(payload);
    case 'key':
      return keyOf(payload);
    case 'release-all':
      return payload.length === 0 ? { kind } : null;
    default:
      return null;
  }
}

function moveOf(payload: Uint8Array): ControlMessage | null {
  const [x, y] = wordsOf(payload, 2) ?? [];
  if (x === undefined || y === undefined) return null;
  return { kind: 'pointer-move', x: unscaled(x), y: unscaled(y) };
}

function wheelOf(payload: Uint8Array): ControlMessage | null {
  const [x, y, dx, dy] = wordsOf(payload, 4) ?? [];
  if (x === undefined || y === undefined || dx === undefined || dy === undefined) return null;
  return { kind: 'wheel', x: unscaled(x), y: unscaled(y), dx: turnOf(dx), dy: turnOf(dy) };
}

function buttonOf(payload: Uint8Array): ControlMessage | null {
  const [x, y, button, down] = wordsOf(payload, 4) ?? [];
  if (x === undefined || y === undefined || down === undefined || down > 1) return null;
  if (button !== 0 && button !== 1 && button !== 2) return null;
  return { kind: 'pointer-button', x: unscaled(x), y: unscaled(y), button, down: down === 1 };
}

function keyOf(payload: Uint8Array): ControlMessage | null {
  const [down, codeLength, ...units] = wordsOf(payload, payload.length / 2) ?? [];
  if (down === undefined || codeLength === undefined || down > 1) return null;
  if (units.length < codeLength) return null;
  const code = String.fromCharCode(...units.slice(0, codeLength));
  const key = String.fromCharCode(...units.slice(codeLength));
  return { kind: 'key', code, key, down: down === 1 };
}

function unitsOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    view.setUint16(index * 2, value);
  });
  return bytes;
}

function wordsOf(payload: Uint8Array, count: number): readonly number[] | null {
  // A count that is not whole never equals a length in whole words.
  if (payload.length !== count * 2 || !Number.isInteger(count)) return null;
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  return Array.from({ length: count }, (_, index) => view.getUint16(index * 2));
}

function scaled(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * fullScale);
}

function unscaled(word: number): number {
  return word / fullScale;
}

/** A wheel's turn in pixels, at most one notch (120) either way, as a signed word. */
function turnWord(pixels: number): number {
  return Math.round(Math.min(1, Math.max(-1, pixels / 120)) * 0x7fff) & fullScale;
}

function turnOf(word: number): number {
  const value = word > 0x7fff ? word - 0x10000 : word;
  return (value / 0x7fff) * 120;
}
