import koffi from 'koffi';
import { DesktopUnavailable, type Picture, type Size } from '../desktop.js';
import { bind, peek, type Address } from '../native.js';
import { xErrorCount } from './x-errors.js';
import { xlib } from './xlib.js';

const extensions = koffi.load('libXext.so.6');
const system = koffi.load('libc.so.6');

const native = {
  createImage: bind<[bigint, Address, number, number, null, bigint, number, number], Address>(
    extensions,
    'void *XShmCreateImage(void *d, void *visual, uint depth, int format, void *data, void *info, uint w, uint h)',
  ),
  attach: bind<[bigint, bigint], number>(extensions, 'int XShmAttach(void *d, void *info)'),
  detach: bind<[bigint, bigint], number>(extensions, 'int XShmDetach(void *d, void *info)'),
  getImage: bind<[bigint, number, bigint, number, number, bigint], number>(
    extensions,
    'int XShmGetImage(void *d, ulong drawable, void *image, int x, int y, ulong planes)',
  ),
  shmget: bind<[number, number, number], number>(
    system,
    'int shmget(int key, size_t n, int flags)',
  ),
  shmat: bind<[number, null, number], Address>(system, 'void *shmat(int id, void *at, int flags)'),
  shmdt: bind<[bigint], number>(system, 'int shmdt(void *at)'),
  shmctl: bind<[number, number, null], number>(system, 'int shmctl(int id, int what, void *to)'),
};

const zPixmap = 2;
const allPlanes = 0xffffffffffffffffn;
const removeId = 0;
const createPrivate = 0o1600;
/** Places of fields in `XImage` and `XShmSegmentInfo` on 64-bit systems. */
const image = { height: 4, data: 16, bytesPerLine: 44, bitsPerPixel: 48, redMask: 56 };
const segment = { length: 32, id: 8, address: 16, readOnly: 24 };

/** A copy of the screen in memory shared with the X server; rows are refreshed on demand. */
export class ScreenImage {
  readonly picture: Picture;
  readonly #display: bigint;
  readonly #root: number;
  readonly #image: bigint;
  readonly #info: bigint;
  readonly #memory: bigint;
  readonly #rowBytes: number;
  #open = true;

  /** Throws DesktopUnavailable when the server shares no memory with us or has other pixels. */
  constructor(display: bigint, root: number, size: Size) {
    this.#display = display;
    this.#root = root;
    this.#info = allocate(segment.length);
    this.#image = createImage(display, this.#info, size);
    this.#rowBytes = peek(this.#image, image.bytesPerLine, 'int');
    const bytes = this.#rowBytes * size.height;
    this.#memory = share(display, this.#info, bytes);
    const pixels = new Uint32Array(koffi.view(this.#memory, bytes));
    this.picture = { ...size, pixels };
  }

  /** Copies rows of the screen, from `top` on, to the same place of the picture. */
  refresh(top: number, rows: number): void {
    koffi.encode(this.#image, image.height, 'int', rows);
    koffi.encode(this.#image, image.data, 'void *', this.#memory + BigInt(top * this.#rowBytes));
    native.getImage(this.#display, this.#root, this.#image, 0, top, allPlanes);
  }

  /** Gives the memory back; the picture must not be read any more. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    native.detach(this.#display, this.#info);
    xlib.sync(this.#display, 0);
    xlib.free(this.#image);
    native.shmdt(this.#memory);
    koffi.free(this.#info);
  }
}

function allocate(bytes: number): bigint {
  const memory: unknown = koffi.alloc('uint8_t', bytes);
  return koffi.address(memory);
}

function createImage(display: bigint, info: bigint, size: Size): bigint {
  const visual = xlib.defaultVisual(display, 0);
  const depth = xlib.defaultDepth(display, 0);
  const created = native.createImage(
    display,
    visual,
    depth,
    zPixmap,
    null,
    info,
    size.width,
    size.height,
  );
  if (created === null)
    throw new DesktopUnavailable('The display shares no pictures with programs.');
  const bits = peek(created, image.bitsPerPixel, 'int');
  const red = peek(created, image.redMask, 'ulong');
  const packed = peek(created, image.bytesPerLine, 'int') === size.width * 4;
  if (bits !== 32 || red !== 0xff0000 || !packed) {
    throw new DesktopUnavailable('The display has pixels of a kind that the helper cannot read.');
  }
  return created;
}

function share(display: bigint, info: bigint, bytes: number): bigint {
  const id = native.shmget(0, bytes, createPrivate);
  const memory = id < 0 ? null : native.shmat(id, null, 0);
  if (memory === null) throw new DesktopUnavailable('There is no memory to hold the screen.');
  koffi.encode(info, segment.id, 'int', id);
  koffi.encode(info, segment.address, 'void *', memory);
  koffi.encode(info, segment.readOnly, 'int', 0);
  const errors = xErrorCount();
  native.attach(display, info);
  xlib.sync(display, 0);
  // Marked at once, so that the system frees it with the last process that has it, however that ends.
  native.shmctl(id, removeId, null);
  if (xErrorCount() !== errors) {
    native.shmdt(memory);
    throw new DesktopUnavailable(
      'The display runs elsewhere; start the helper on the machine itself.',
    );
  }
  return memory;
}
