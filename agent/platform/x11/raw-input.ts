import koffi from 'koffi';
import { DesktopUnavailable } from '../desktop.js';
import { bind, peek, peekText, type Address } from '../native.js';
import { xlib } from './xlib.js';

const library = koffi.load('libXi.so.6');

const native = {
  queryVersion: bind<[bigint, number[], number[]], number>(
    library,
    'int XIQueryVersion(void *d, _Inout_ int *major, _Inout_ int *minor)',
  ),
  selectEvents: bind<[bigint, number, bigint, number], number>(
    library,
    'int XISelectEvents(void *d, ulong window, void *masks, int count)',
  ),
  queryDevice: bind<[bigint, number, number[]], Address>(
    library,
    'void *XIQueryDevice(void *d, int device, _Out_ int *count)',
  ),
  freeDevices: bind<[bigint], undefined>(library, 'void XIFreeDeviceInfo(void *devices)'),
};

const extensionName = 'XInputExtension';
const genericEvent = 35;
const allDevices = 0;
const allMasterDevices = 1;
const kinds = { 13: 'key-down', 14: 'key-up', 15: 'button', 16: 'button', 17: 'motion' } as const;
/** Places of fields on 64-bit systems. */
const cookie = { extension: 32, kind: 36, data: 48 };
const raw = { source: 52, detail: 56 };
const device = { id: 0, name: 8, length: 40 };
const mask = { device: 0, length: 4, bits: 8, size: 16, bytes: 4 };

/** One act on a mouse or keyboard, before any window sees it. */
export interface RawInput {
  readonly kind: (typeof kinds)[keyof typeof kinds];
  /** Whether a person's hand did it, rather than a program. */
  readonly physical: boolean;
  /** The keycode or the button. */
  readonly detail: number;
}

/** Reads raw input of all devices, with the device that it came from. */
export class RawInputReader {
  readonly #display: bigint;
  readonly #opcode: number;
  #names = new Map<number, string>();

  /** Asks for raw events on the root window. Throws DesktopUnavailable without XInput 2.1. */
  constructor(display: bigint, root: number) {
    this.#display = display;
    const opcode = [0];
    const known = xlib.queryExtension(display, extensionName, opcode, [0], [0]);
    // From 2.1 on raw events also come while another program holds a grab, such as an open menu.
    if (known === 0 || native.queryVersion(display, [2], [2]) !== 0) {
      throw new DesktopUnavailable('The display cannot tell a person’s input from a program’s.');
    }
    this.#opcode = opcode[0] ?? 0;
    selectRawEvents(display, root);
  }

  /** The input that an event tells of, or null when it is another event. */
  read(event: Buffer): RawInput | null {
    const isRaw =
      (event.readInt32LE(0) & 0x7f) === genericEvent &&
      event.readInt32LE(cookie.extension) === this.#opcode;
    const kind = isRaw ? kindOf(event.readInt32LE(cookie.kind)) : null;
    if (!kind || xlib.getEventData(this.#display, event) === 0) return null;
    const data = event.readBigUInt64LE(cookie.data);
    const source = peek(data, raw.source, 'int');
    const detail = peek(data, raw.detail, 'int');
    xlib.freeEventData(this.#display, event);
    return { kind, physical: this.#isPhysical(source), detail };
  }

  #isPhysical(source: number): boolean {
    if (!this.#names.has(source)) this.#names = deviceNames(this.#display);
    return !(this.#names.get(source) ?? 'XTEST').includes('XTEST');
  }
}

function kindOf(type: number): RawInput['kind'] | null {
  return Object.entries(kinds).find(([number]) => Number(number) === type)?.[1] ?? null;
}

function deviceNames(display: bigint): Map<number, string> {
  const count = [0];
  const devices = native.queryDevice(display, allDevices, count);
  if (devices === null) return new Map();
  const names = Array.from({ length: count[0] ?? 0 }, (_, index) => {
    const at = index * device.length;
    return [peek(devices, at + device.id, 'int'), peekText(devices, at + device.name)] as const;
  });
  native.freeDevices(devices);
  return new Map(names);
}

function selectRawEvents(display: bigint, root: number): void {
  const bits = Object.keys(kinds).reduce((all, kind) => all | (1 << Number(kind)), 0);
  const memory = koffi.address(koffi.alloc('uint8_t', mask.size + mask.bytes));
  koffi.encode(memory, mask.device, 'int', allMasterDevices);
  koffi.encode(memory, mask.length, 'int', mask.bytes);
  koffi.encode(memory, mask.bits, 'void *', memory + BigInt(mask.size));
  koffi.encode(memory, mask.size, 'uint', bits);
  native.selectEvents(display, root, memory, 1);
  koffi.free(memory);
  xlib.flush(display);
}
