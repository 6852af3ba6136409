import { controlPauses, type ControlPause } from './control-pause.js';
import { moveLength, readMove, type RowMove, writeMove } from './row-move.js';
import { readPointerShape, writePointerShape, type PointerPicture } from './pointer-picture.js';

/**
 * What a device sends to one viewer, over an ordered data channel of their own.
 *
 * Layout, big endian: version u8 = 1, kind u8, number u32, then what the kind has. Numbers count from 1
 * and leave none out, so that a viewer knows when something was lost and asks for the whole again.
 */
export type PictureMessage =
  | TilesMessage
  | {
      readonly kind: 'pointer-place';
      readonly number: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly kind: 'pointer-shape'; readonly number: number; readonly shape: PointerPicture }
  | { readonly kind: 'way'; readonly number: number; readonly way: PictureWay }
  /** Whether control is taken from now on by the device, or why not; null where it is. */
  | { readonly kind: 'control'; readonly number: number; readonly pause: ControlPause | null }
  /** Rows stand elsewhere now; shown together with the tiles that follow. */
  | { readonly kind: 'move'; readonly number: number; readonly move: RowMove };

/** Parts of the screen that changed. */
export interface TilesMessage {
  readonly kind: 'tiles';
  readonly number: number;
  /** The size of the screen, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether what was sent up to here belongs together and is to be shown now. */
  readonly complete: boolean;
  /** Whether the areas are packed by raw deflate; unpacked they take no more than `mostAreasBytes`. */
  readonly packed: boolean;
  /** Whether the viewer is to say when it was shown. */
  readonly answer: boolean;
  /** The areas, as `AreaDrawer` draws them. */
  readonly areas: Uint8Array;
}

/** How the screen is shown from here on: by tiles, by the video beside them, or not at all. */
export type PictureWay = 'tiles' | 'video' | 'nothing';

/** The longest message of either kind; what relays take in one piece is more. */
export const longestPictureMessage = 48_000;

/** The most that the areas of one message take when they are unpacked. */
export const mostAreasBytes = 40_000;

/** The largest side of a screen. */
const mostSide = 16_384;
const version = 1;
const kinds = ['tiles', 'pointer-place', 'pointer-shape', 'way', 'control', 'move'] as const;
const pauses = [null, ...controlPauses] as const;
const ways = ['tiles', 'video', 'nothing'] as const;
const headLength = 6;
/** Bytes of a tiles message before its areas. */
export const tilesHeadLength = headLength + 5;

/** Writes the head of a tiles message; its areas follow. */
export function writeTilesHead(
  bytes: Uint8Array,
  message: Omit<TilesMessage, 'kind' | 'areas'>,
): void {
  const view = head(bytes, 'tiles', message.number);
  view.setUint16(headLength, message.width);
  view.setUint16(headLength + 2, message.height);
  view.setUint8(
    headLength + 4,
    (message.complete ? 1 : 0) | (message.packed ? 2 : 0) | (message.answer ? 4 : 0),
  );
}

/** The bytes of any message but tiles. */
export function encodePicture(
  message: Exclude<PictureMessage, TilesMessage>,
): Uint8Array<ArrayBuffer> {
  switch (message.kind) {
    case 'pointer-place': {
      const bytes = new Uint8Array(headLength + 4);
      const view = head(bytes, message.kind, message.number);
      view.setInt16(headLength, message.x);
      view.setInt16(headLength + 2, message.y);
      return bytes;
    }
    case 'pointer-shape': {
      const shape = writePointerShape(message.shape);
      const bytes = new Uint8Array(headLength + shape.length);
      head(bytes, message.kind, message.number);
      bytes.set(shape, headLength);
      return bytes;
    }
    case 'way': {
      const bytes = new Uint8Array(headLength + 1);
      head(bytes, message.kind, message.number).setUint8(headLength, ways.indexOf(message.way));
      return bytes;
    }
    case 'control': {
      const bytes = new Uint8Array(headLength + 1);
      head(bytes, message.kind, message.number).setUint8(headLength, pauses.indexOf(message.pause));
      return bytes;
    }
    case 'move': {
      const bytes = new Uint8Array(headLength + moveLength);
      writeMove(head(bytes, message.kind, message.number), headLength, message.move);
      return bytes;
    }
  }
}

/** A message, or null when the bytes are none of ours. The areas of tiles are not looked into yet. */
export function decodePicture(bytes: Uint8Array): PictureMessage | null {
  if (bytes.length < headLength || bytes.length > longestPictureMessage) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint8(0) !== version) return null;
  const number = view.getUint32(2);
  const rest = bytes.length - headLength;
  switch (kinds[view.getUint8(1)]) {
    case 'tiles':
      return tilesOf(bytes, view, number);
    case 'pointer-place': {
      if (rest !== 4) return null;
      const [x, y] = [view.getInt16(headLength), view.getInt16(headLength + 2)];
      return { kind: 'pointer-place', number, x, y };
    }
    case 'pointer-shape': {
      const shape = readPointerShape(bytes.subarray(headLength));
      return shape && { kind: 'pointer-shape', number, shape };
    }
    case 'way': {
      const way = rest === 1 ? ways[view.getUint8(headLength)] : undefined;
      return way === undefined ? null : { kind: 'way', number, way };
    }
    case 'control': {
      const pause = rest === 1 ? pauses[view.getUint8(headLength)] : undefined;
      return pause === undefined ? null : { kind: 'control', number, pause };
    }
    case 'move':
      return rest === moveLength
        ? { kind: 'move', number, move: readMove(view, headLength) }
        : null;
    default:
      return null;
  }
}

function tilesOf(bytes: Uint8Array, view: DataView, number: number): TilesMessage | null {
  if (bytes.length < tilesHeadLength) return null;
  const width = view.getUint16(headLength);
  const height = view.getUint16(headLength + 2);
  const flags = view.getUint8(headLength + 4);
  if (!isSide(width) || !isSide(height) || flags > 7) return null;
  const [complete, packed, answer] = [(flags & 1) !== 0, (flags & 2) !== 0, (flags & 4) !== 0];
  const areas = bytes.subarray(tilesHeadLength);
  return { kind: 'tiles', number, width, height, complete, packed, answer, areas };
}

function isSide(pixels: number): boolean {
  return pixels > 0 && pixels <= mostSide;
}

function head(bytes: Uint8Array, kind: (typeof kinds)[number], number: number): DataView {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint8(0, version);
  view.setUint8(1, kinds.indexOf(kind));
  view.setUint32(2, number);
  return view;
}
