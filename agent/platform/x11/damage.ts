import koffi from 'koffi';
import { DesktopUnavailable, type Area, type Size } from '../desktop.js';
import { bind, type Address } from '../native.js';
import { xlib } from './xlib.js';

const damage = koffi.load('libXdamage.so.1');
const fixes = koffi.load('libXfixes.so.3');

const native = {
  queryExtension: bind<[bigint, number[], number[]], number>(
    damage,
    'int XDamageQueryExtension(void *d, _Out_ int *event, _Out_ int *error)',
  ),
  create: bind<[bigint, number, number], number>(
    damage,
    'ulong XDamageCreate(void *d, ulong drawable, int level)',
  ),
  destroy: bind<[bigint, number], undefined>(damage, 'void XDamageDestroy(void *d, ulong damage)'),
  subtract: bind<[bigint, number, number, number], undefined>(
    damage,
    'void XDamageSubtract(void *d, ulong damage, ulong repair, ulong parts)',
  ),
  createRegion: bind<[bigint, null, number], number>(
    fixes,
    'ulong XFixesCreateRegion(void *d, void *areas, int count)',
  ),
  destroyRegion: bind<[bigint, number], undefined>(
    fixes,
    'void XFixesDestroyRegion(void *d, ulong region)',
  ),
  fetchRegion: bind<[bigint, number, number[]], Address>(
    fixes,
    'void *XFixesFetchRegion(void *d, ulong region, _Out_ int *count)',
  ),
};

const reportNonEmpty = 3;
const wordsPerArea = 4;

/** What changed on the screen since it was last asked for, as the X server keeps count of it. */
export class Damage {
  /** The type of the event that says that something changed. */
  readonly event: number;
  readonly #display: bigint;
  readonly #damage: number;
  readonly #region: number;

  constructor(display: bigint, root: number) {
    const event = [0];
    if (native.queryExtension(display, event, [0]) === 0) {
      throw new DesktopUnavailable('The display does not tell what changes on it.');
    }
    this.event = event[0] ?? 0;
    this.#display = display;
    this.#damage = native.create(display, root, reportNonEmpty);
    this.#region = native.createRegion(display, null, 0);
  }

  /** The changed areas within the screen; from here on they count as seen. */
  take(screen: Size): readonly Area[] {
    native.subtract(this.#display, this.#damage, 0, this.#region);
    const count = [0];
    const areas = native.fetchRegion(this.#display, this.#region, count);
    if (areas === null) return [];
    const words = koffi.view(areas, (count[0] ?? 0) * wordsPerArea * 2);
    const found = areasOf(new DataView(words), screen);
    xlib.free(areas);
    return found;
  }

  close(): void {
    native.destroy(this.#display, this.#damage);
    native.destroyRegion(this.#display, this.#region);
  }
}

function areasOf(words: DataView, screen: Size): readonly Area[] {
  const areas: Area[] = [];
  for (let at = 0; at < words.byteLength; at += wordsPerArea * 2) {
    const area = clipped(
      {
        x: words.getInt16(at, true),
        y: words.getInt16(at + 2, true),
        width: words.getUint16(at + 4, true),
        height: words.getUint16(at + 6, true),
      },
      screen,
    );
    if (area) areas.push(area);
  }
  return areas;
}

/** The part of an area that lies on the screen, or null when none does. */
function clipped(area: Area, screen: Size): Area | null {
  const x = Math.max(0, area.x);
  const y = Math.max(0, area.y);
  const width = Math.min(screen.width, area.x + area.width) - x;
  const height = Math.min(screen.height, area.y + area.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
