import koffi from 'koffi';
import type { PointerShape } from '../desktop.js';
import { bind, peek, peekAddress, type Address } from '../native.js';
import { xlib } from './xlib.js';

const fixes = koffi.load('libXfixes.so.3');

const native = {
  queryExtension: bind<[bigint, number[], number[]], number>(
    fixes,
    'int XFixesQueryExtension(void *d, _Out_ int *event, _Out_ int *error)',
  ),
  selectCursorInput: bind<[bigint, number, number], undefined>(
    fixes,
    'void XFixesSelectCursorInput(void *d, ulong window, ulong mask)',
  ),
  getCursorImage: bind<[bigint], Address>(fixes, 'void *XFixesGetCursorImage(void *d)'),
};

const displayCursorNotify = 1;
const cursorNotifyOffset = 1;
/** Places of fields in `XFixesCursorImage` on 64-bit systems; the first six are 16-bit words. */
const cursor = { serial: 16, pixels: 24 };

/** Asks for an event at every change of the pointer's shape; answers that event's type. */
export function watchPointerShape(display: bigint, root: number): number {
  const event = [0];
  native.queryExtension(display, event, [0]);
  native.selectCursorInput(display, root, displayCursorNotify);
  return (event[0] ?? 0) + cursorNotifyOffset;
}

/** The pointer's shape at this moment, or null when the server does not tell. */
export function readPointerShape(display: bigint): PointerShape | null {
  const address = native.getCursorImage(display);
  if (address === null) return null;
  try {
    return shapeAt(address);
  } finally {
    xlib.free(address);
  }
}

/** Where the pointer stands on the screen, in pixels. */
export function readPointerPlace(display: bigint, root: number): { x: number; y: number } {
  const x = [0];
  const y = [0];
  xlib.queryPointer(display, root, [0], [0], x, y, [0], [0], [0]);
  return { x: x[0] ?? 0, y: y[0] ?? 0 };
}

function shapeAt(address: bigint): PointerShape | null {
  const head = new DataView(koffi.view(address, cursor.serial));
  const width = head.getUint16(4, true);
  const height = head.getUint16(6, true);
  const pixels = peekAddress(address, cursor.pixels);
  if (pixels === null) return null;
  // Each pixel is a C long with the colour in its lower half.
  const words = new Uint32Array(koffi.view(pixels, width * height * 8));
  return {
    serial: peek(address, cursor.serial, 'ulong'),
    width,
    height,
    hotX: head.getUint16(8, true),
    hotY: head.getUint16(10, true),
    pixels: Uint32Array.from({ length: width * height }, (_, index) => words[index * 2] ?? 0),
  };
}
