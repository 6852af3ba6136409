import koffi from 'koffi';
import { bind } from '../native.js';

const library = koffi.load('libXtst.so.6');

/** Input that the X server takes as if it came from a mouse or keyboard named "XTEST". */
export const xtest = {
  motion: bind<[bigint, number, number, number, number], number>(
    library,
    'int XTestFakeMotionEvent(void *d, int screen, int x, int y, ulong delay)',
  ),
  button: bind<[bigint, number, number, number], number>(
    library,
    'int XTestFakeButtonEvent(void *d, uint button, int down, ulong delay)',
  ),
  key: bind<[bigint, number, number, number], number>(
    library,
    'int XTestFakeKeyEvent(void *d, uint keycode, int down, ulong delay)',
  ),
} as const;
