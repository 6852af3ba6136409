import koffi from 'koffi';
import { bind, type Address } from '../../agent/platform/native.js';

const library = koffi.load('libX11.so.6');

/** What it takes to draw on an X display, under Xlib's own names in short. */
export const drawing = {
  window: bind<
    [
      bigint,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      Address,
      number,
      Uint8Array,
    ],
    number
  >(
    library,
    'ulong XCreateWindow(void *d, ulong parent, int x, int y, uint w, uint h, uint border, int depth, uint kind, void *visual, ulong mask, uint8_t *attributes)',
  ),
  childWindow: bind<
    [bigint, number, number, number, number, number, number, number, number],
    number
  >(
    library,
    'ulong XCreateSimpleWindow(void *d, ulong parent, int x, int y, uint w, uint h, uint border, ulong edge, ulong background)',
  ),
  background: bind<[bigint, number, number], number>(
    library,
    'int XSetWindowBackground(void *d, ulong window, ulong colour)',
  ),
  clear: bind<[bigint, number], number>(library, 'int XClearWindow(void *d, ulong window)'),
  clearArea: bind<[bigint, number, number, number, number, number, number], number>(
    library,
    'int XClearArea(void *d, ulong window, int x, int y, uint w, uint h, int exposures)',
  ),
  mapAll: bind<[bigint, number], number>(library, 'int XMapSubwindows(void *d, ulong window)'),
  map: bind<[bigint, number], number>(library, 'int XMapWindow(void *d, ulong window)'),
  lower: bind<[bigint, number], number>(library, 'int XLowerWindow(void *d, ulong window)'),
  context: bind<[bigint, number, number, null], bigint>(
    library,
    'void *XCreateGC(void *d, ulong drawable, ulong mask, void *values)',
  ),
  foreground: bind<[bigint, bigint, number], number>(
    library,
    'int XSetForeground(void *d, void *context, ulong colour)',
  ),
  silentCopies: bind<[bigint, bigint, number], number>(
    library,
    'int XSetGraphicsExposures(void *d, void *context, int on)',
  ),
  rectangle: bind<[bigint, number, bigint, number, number, number, number], number>(
    library,
    'int XFillRectangle(void *d, ulong window, void *context, int x, int y, uint w, uint h)',
  ),
  text: bind<[bigint, number, bigint, number, number, string, number], number>(
    library,
    'int XDrawString(void *d, ulong window, void *context, int x, int y, const char *text, int length)',
  ),
  pixmap: bind<[bigint, number, number, number, number], number>(
    library,
    'ulong XCreatePixmap(void *d, ulong drawable, uint w, uint h, uint depth)',
  ),
  copy: bind<
    [bigint, number, number, bigint, number, number, number, number, number, number],
    number
  >(
    library,
    'int XCopyArea(void *d, ulong from, ulong to, void *context, int x, int y, uint w, uint h, int toX, int toY)',
  ),
} as const;
