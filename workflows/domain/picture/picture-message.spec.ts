import fc from 'fast-check';
import {
  decodePicture,
  encodePicture,
  longestPictureMessage,
  tilesHeadLength,
  writeTilesHead,
} from './picture-message.js';
import { controlPauses } from './control-pause.js';
import { canSendPointer } from './pointer-picture.js';
import { decodeViewer, encodeViewer } from './viewer-message.js';

const number = fc.integer({ min: 0, max: 0xffffffff });
const coordinate = fc.integer({ min: -0x8000, max: 0x7fff });
const word = fc.integer({ min: 0, max: 0xffff });
const shape = fc
  .record({
    width: fc.integer({ min: 1, max: 64 }),
    height: fc.integer({ min: 1, max: 64 }),
    hotX: fc.integer({ min: 0, max: 64 }),
    hotY: fc.integer({ min: 0, max: 64 }),
    colour: number,
  })
  .map(({ colour, ...rest }) => ({
    ...rest,
    pixels: Uint32Array.from({ length: rest.width * rest.height }, (_, at) => colour ^ at),
  }));
const message = fc.oneof(
  fc.record({ kind: fc.constant('pointer-place' as const), number, x: coordinate, y: coordinate }),
  fc.record({ kind: fc.constant('pointer-shape' as const), number, shape }),
  fc.record({
    kind: fc.constant('way' as const),
    number,
    way: fc.constantFrom('tiles', 'video', 'nothing'),
  }),
  fc.record({
    kind: fc.constant('control' as const),
    number,
    pause: fc.constantFrom(null, ...controlPauses),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    number,
    move: fc.record({
      area: fc.record({ x: word, y: word, width: word, height: word }),
      from: coordinate,
    }),
  }),
);

describe('A message from the device', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(message, (sent) => {
        expect(decodePicture(encodePicture(sent))).toEqual(sent);
      }),
    );
  });

  it('has the head of its tiles before their areas', () => {
    const side = fc.integer({ min: 1, max: 16_384 });
    const head = fc.record({
      number,
      width: side,
      height: side,
      complete: fc.boolean(),
      packed: fc.boolean(),
      answer: fc.boolean(),
    });
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 90 }), (sent, areas) => {
        const bytes = new Uint8Array(tilesHeadLength + areas.length);
        writeTilesHead(bytes, sent);
        bytes.set(areas, tilesHeadLength);
        expect(decodePicture(bytes)).toEqual({ kind: 'tiles', ...sent, areas });
      }),
    );
  });

  it('is nothing when it is cut, too long or of an unknown kind, and never throws', () => {
    fc.assert(
      fc.property(message, fc.nat(), (sent, place) => {
        const bytes = encodePicture(sent);
        expect(decodePicture(bytes.subarray(0, place % bytes.length))).toBeNull();
      }),
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.integer({ min: 0, max: 5 }),
        (rest, kind) => {
          expect(() => decodePicture(Uint8Array.of(1, kind, ...rest))).not.toThrow();
        },
      ),
    );
    expect(decodePicture(new Uint8Array(longestPictureMessage + 1).fill(1))).toBeNull();
    expect(decodePicture(Uint8Array.of(2, 3, 0, 0, 0, 1, 0))).toBeNull();
    expect(decodePicture(Uint8Array.of(1, 6, 0, 0, 0, 1, 0))).toBeNull();
    expect(decodePicture(Uint8Array.of(1, 4, 0, 0, 0, 1, 5))).toBeNull();
    expect(decodePicture(Uint8Array.of(1, 3, 0, 0, 0, 1, 9))).toBeNull();
  });

  it('carries a pointer only as far as it fits', () => {
    const pixels = new Uint32Array();
    const pointer = { hotX: 0, hotY: 0, pixels };
    expect(canSendPointer({ ...pointer, width: 96, height: 96 })).toBeTrue();
    expect(canSendPointer({ ...pointer, width: 97, height: 32 })).toBeFalse();
    expect(canSendPointer({ ...pointer, width: 0, height: 0 })).toBeFalse();
    const large = { width: 96, height: 96, pixels: new Uint32Array(96 * 96) };
    const sent = encodePicture({
      kind: 'pointer-shape',
      number: 1,
      shape: { ...pointer, ...large },
    });
    expect(sent.length).toBeLessThan(longestPictureMessage);
  });
});

describe('A message from a viewer', () => {
  it('is read as it was written', () => {
    expect(decodeViewer(encodeViewer({ kind: 'begin' }))).toEqual({ kind: 'begin' });
    fc.assert(
      fc.property(number, (shown) => {
        const sent = { kind: 'shown', number: shown } as const;
        expect(decodeViewer(encodeViewer(sent))).toEqual(sent);
      }),
    );
  });

  it('is nothing when it is anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const read = decodeViewer(bytes);
        if (read) expect(encodeViewer(read)).toEqual(new Uint8Array(bytes));
      }),
    );
    expect(decodeViewer(Uint8Array.of(0x50, 0, 0, 0, 0, 1))).toBeNull();
    expect(decodeViewer(Uint8Array.of(0x50, 2, 0, 0, 0, 1))).toBeNull();
    expect(decodeViewer(Uint8Array.of(1, 1, 0, 0, 0, 1))).toBeNull();
  });
});
