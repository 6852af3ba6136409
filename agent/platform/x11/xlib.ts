import koffi from 'koffi';
import { bind, type Address } from '../native.js';

const library = koffi.load('libX11.so.6');

export const xErrorHandler = koffi.proto('int XErrorHandler(void *display, void *event)');

/** The part of Xlib that is used here. A display is an address; windows and atoms are numbers. */
export const xlib = {
  openDisplay: bind<[string | null], Address>(library, 'void *XOpenDisplay(const char *name)'),
  closeDisplay: bind<[bigint], number>(library, 'int XCloseDisplay(void *display)'),
  connectionNumber: bind<[bigint], number>(library, 'int XConnectionNumber(void *display)'),
  rootWindow: bind<[bigint], number>(library, 'ulong XDefaultRootWindow(void *display)'),
  defaultVisual: bind<[bigint, number], Address>(library, 'void *XDefaultVisual(void *d, int s)'),
  defaultDepth: bind<[bigint, number], number>(library, 'int XDefaultDepth(void *d, int s)'),
  selectInput: bind<[bigint, number, number], number>(
    library,
    'int XSelectInput(void *display, ulong window, long mask)',
  ),
  pending: bind<[bigint], number>(library, 'int XPending(void *display)'),
  queued: bind<[bigint, number], number>(library, 'int XEventsQueued(void *display, int mode)'),
  nextEvent: bind<[bigint, Uint8Array], number>(
    library,
    'int XNextEvent(void *display, _Out_ uint8_t *event)',
  ),
  getEventData: bind<[bigint, Uint8Array], number>(
    library,
    'int XGetEventData(void *display, _Inout_ uint8_t *cookie)',
  ),
  freeEventData: bind<[bigint, Uint8Array], undefined>(
    library,
    'void XFreeEventData(void *display, _Inout_ uint8_t *cookie)',
  ),
  flush: bind<[bigint], number>(library, 'int XFlush(void *display)'),
  sync: bind<[bigint, number], number>(library, 'int XSync(void *display, int discard)'),
  free: bind<[bigint], number>(library, 'int XFree(void *data)'),
  setErrorHandler: bind<[bigint], Address>(
    library,
    'void *XSetErrorHandler(XErrorHandler *handler)',
  ),
  queryExtension: bind<[bigint, string, number[], number[], number[]], number>(
    library,
    'int XQueryExtension(void *d, const char *name, _Out_ int *opcode, _Out_ int *event, _Out_ int *error)',
  ),
  getGeometry: bind<
    [bigint, number, number[], number[], number[], number[], number[], number[], number[]],
    number
  >(
    library,
    'int XGetGeometry(void *d, ulong w, _Out_ ulong *root, _Out_ int *x, _Out_ int *y, _Out_ uint *width, _Out_ uint *height, _Out_ uint *border, _Out_ uint *depth)',
  ),
  queryPointer: bind<
    [bigint, number, number[], number[], number[], number[], number[], number[], number[]],
    number
  >(
    library,
    'int XQueryPointer(void *d, ulong w, _Out_ ulong *root, _Out_ ulong *child, _Out_ int *rx, _Out_ int *ry, _Out_ int *x, _Out_ int *y, _Out_ uint *mask)',
  ),
  displayKeycodes: bind<[bigint, number[], number[]], number>(
    library,
    'int XDisplayKeycodes(void *d, _Out_ int *least, _Out_ int *most)',
  ),
  getKeyboardMapping: bind<[bigint, number, number, number[]], Address>(
    library,
    'void *XGetKeyboardMapping(void *d, uint8_t first, int count, _Out_ int *each)',
  ),
  changeKeyboardMapping: bind<[bigint, number, number, BigUint64Array, number], number>(
    library,
    'int XChangeKeyboardMapping(void *d, int first, int each, ulong *keysyms, int count)',
  ),
  keysymToString: bind<[number], string | null>(library, 'const char *XKeysymToString(ulong k)'),
  xkbGetState: bind<[bigint, number, Uint8Array], number>(
    library,
    'int XkbGetState(void *d, uint device, _Out_ uint8_t *state)',
  ),
  xkbLookupKeysym: bind<[bigint, number, number, number[], number[]], number>(
    library,
    'int XkbLookupKeySym(void *d, uint8_t keycode, uint modifiers, _Out_ uint *left, _Out_ ulong *keysym)',
  ),
  refreshKeyboardMapping: bind<[Uint8Array], number>(
    library,
    'int XRefreshKeyboardMapping(uint8_t *event)',
  ),
} as const;

/** The number of bytes of an `XEvent`. */
export const eventLength = 192;
