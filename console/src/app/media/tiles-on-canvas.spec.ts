import { deflateSync } from 'fflate';
import {
  encodePicture,
  tilesHeadLength,
  writeTilesHead,
} from '../../../../workflows/domain/picture/picture-message.js';
import {
  AreaWriter,
  mostAreaBytes,
  type TileArea,
} from '../../../../workflows/domain/picture/tile-areas.js';
import { ScreenCanvas } from './screen-canvas.js';
import { type DecoderNews, TileDecoder } from './tile-decoder.js';

const size = { width: 40, height: 30 };
const whole = { x: 0, y: 0, ...size };

/** How tiles are sent. */
interface How {
  readonly packed?: boolean;
  readonly complete?: boolean;
  readonly answer?: boolean;
}

function tiles(number: number, colour: number, area: TileArea = whole, how: How = {}): Uint8Array {
  const screen = { ...size, pixels: new Uint32Array(size.width * size.height).fill(colour) };
  const writer = new AreaWriter();
  writer.begin();
  const areas = new Uint8Array(mostAreaBytes);
  const written = areas.subarray(0, writer.write(screen, area, areas, 0));
  const { packed = false, complete = true, answer = false }: How = how;
  const sent = packed ? deflateSync(written) : written;
  const bytes = new Uint8Array(tilesHeadLength + sent.length);
  writeTilesHead(bytes, { number, ...size, complete, packed, answer });
  bytes.set(sent, tilesHeadLength);
  return bytes;
}

function painting() {
  const told: Exclude<DecoderNews, { kind: 'paint' | 'pointer' }>[] = [];
  const seen = { canvas: document.createElement('canvas') };
  let screen = new ScreenCanvas(seen.canvas);
  const decoder = new TileDecoder((news) => {
    if (news.kind === 'paint') screen.paint(news);
    else if (news.kind === 'pointer') screen.pointAs(news.shape);
    else told.push(news);
    if (news.kind === 'size') screen.resize(news.width, news.height);
  });
  decoder.begin();
  const onAnotherCanvas = (): void => {
    seen.canvas = document.createElement('canvas');
    screen = new ScreenCanvas(seen.canvas);
    decoder.repeat();
  };
  const colourAt = (x: number, y: number): string =>
    [...(seen.canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])].join();
  const kinds = () => told.map(({ kind }) => kind);
  return { decoder, seen, told, kinds, colourAt, onAnotherCanvas };
}

describe('tiles on a canvas', () => {
  it('show each pixel as it was sent, packed or not, and say so', () => {
    const { decoder, seen, told, colourAt } = painting();
    decoder.receive(tiles(1, 0x123456));
    decoder.receive(
      tiles(2, 0xff0102, { x: 10, y: 10, width: 5, height: 5 }, { packed: true, answer: true }),
    );
    expect([seen.canvas.width, seen.canvas.height]).toEqual([40, 30]);
    expect(colourAt(0, 0)).toBe('18,52,86,255');
    expect(colourAt(12, 12)).toBe('255,1,2,255');
    expect(colourAt(15, 15)).toBe('18,52,86,255');
    expect(told).toEqual([
      { kind: 'size', ...size },
      { kind: 'shown', number: 1, whole: true, answer: false },
      { kind: 'shown', number: 2, whole: true, answer: true },
    ]);
  });

  it('bring along why control is not taken', () => {
    const { decoder, told } = painting();
    decoder.receive(encodePicture({ kind: 'control', number: 1, pause: 'user-active' }));
    expect(told).toEqual([
      { kind: 'control', pause: 'user-active' },
      { kind: 'shown', number: 1, whole: false, answer: false },
    ]);
  });

  it('move with their rows, up and down, together with what follows', () => {
    const { decoder, colourAt } = painting();
    decoder.receive(tiles(1, 0x111111));
    decoder.receive(tiles(2, 0x222222, { x: 0, y: 20, width: 40, height: 5 }));
    const area = { x: 0, y: 0, width: 20, height: 10 };
    decoder.receive(encodePicture({ kind: 'move', number: 3, move: { area, from: 18 } }));
    expect(colourAt(1, 3)).toBe('17,17,17,255');
    decoder.receive(tiles(4, 0x333333, { x: 39, y: 29, width: 1, height: 1 }));
    expect([colourAt(1, 1), colourAt(1, 3), colourAt(1, 7), colourAt(21, 3)]).toEqual([
      '17,17,17,255',
      '34,34,34,255',
      '17,17,17,255',
      '17,17,17,255',
    ]);
  });

  it('are asked for anew when rows should move that are not there', () => {
    const { decoder, kinds } = painting();
    decoder.receive(tiles(1, 0x111111));
    const area = { x: 0, y: 25, width: 20, height: 5 };
    decoder.receive(encodePicture({ kind: 'move', number: 2, move: { area, from: 1 } }));
    expect(kinds().at(-1)).toBe('broken');
  });

  it('show what belongs together at once', () => {
    const { decoder, colourAt } = painting();
    decoder.receive(tiles(1, 0x111111));
    decoder.receive(tiles(2, 0x222222, { ...whole, width: 20 }, { complete: false }));
    expect(colourAt(1, 1)).toBe('17,17,17,255');
    decoder.receive(tiles(3, 0x222222));
    expect(colourAt(1, 1)).toBe('34,34,34,255');
  });

  it('show the pointer over the screen, and the screen where it has gone', () => {
    const { decoder, colourAt } = painting();
    const pixels = new Uint32Array(4).fill(0xff00ff00);
    const shape = { width: 2, height: 2, hotX: 1, hotY: 1, pixels };
    decoder.receive(tiles(1, 0));
    decoder.receive(encodePicture({ kind: 'pointer-shape', number: 2, shape }));
    decoder.receive(encodePicture({ kind: 'pointer-place', number: 3, x: 5, y: 5 }));
    expect(colourAt(4, 4)).toBe('0,255,0,255');
    expect(colourAt(6, 6)).toBe('0,0,0,255');
    decoder.receive(encodePicture({ kind: 'pointer-place', number: 4, x: 20, y: 20 }));
    expect(colourAt(4, 4)).toBe('0,0,0,255');
    expect(colourAt(20, 20)).toBe('0,255,0,255');
  });

  it('are asked for anew when something is missing, and taken no more until it comes', () => {
    const { decoder, kinds, colourAt } = painting();
    decoder.receive(tiles(1, 0x111111));
    decoder.receive(tiles(3, 0x222222));
    expect(kinds().at(-1)).toBe('broken');
    decoder.receive(tiles(4, 0x333333));
    expect(colourAt(1, 1)).toBe('17,17,17,255');
    decoder.begin();
    decoder.receive(tiles(5, 0x444444));
    decoder.receive(tiles(1, 0x555555));
    expect(colourAt(1, 1)).toBe('85,85,85,255');
    expect(kinds().filter((kind) => kind === 'broken').length).toBe(1);
  });

  it('are asked for anew when something is malformed', () => {
    for (const spoil of [
      (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 1),
      (bytes: Uint8Array) => bytes.fill(0xff, tilesHeadLength),
      (bytes: Uint8Array) => bytes.fill(3, tilesHeadLength - 1, tilesHeadLength),
      () => new Uint8Array(),
    ]) {
      const { decoder, kinds } = painting();
      decoder.receive(tiles(1, 0x111111));
      decoder.receive(spoil(tiles(2, 0x222222)));
      expect(kinds().at(-1)).toBe('broken');
    }
  });

  it('leave nothing to be seen when the screen is hidden', () => {
    const { decoder, told, colourAt } = painting();
    decoder.receive(tiles(1, 0xabcdef));
    decoder.receive(encodePicture({ kind: 'way', number: 2, way: 'nothing' }));
    expect(colourAt(7, 7)).toBe('24,24,24,255');
    expect(told).toContain({ kind: 'way', way: 'nothing' });
  });

  it('are the same on another canvas, with the pointer', () => {
    const { decoder, onAnotherCanvas, colourAt } = painting();
    const pixels = new Uint32Array(1).fill(0xff00ff00);
    const shape = { width: 1, height: 1, hotX: 0, hotY: 0, pixels };
    decoder.receive(tiles(1, 0x123456));
    decoder.receive(encodePicture({ kind: 'pointer-shape', number: 2, shape }));
    decoder.receive(encodePicture({ kind: 'pointer-place', number: 3, x: 39, y: 29 }));
    onAnotherCanvas();
    expect(colourAt(38, 29)).toBe('18,52,86,255');
    expect(colourAt(39, 29)).toBe('0,255,0,255');
  });

  it('show the part of the pointer that is on the screen', () => {
    const { decoder, colourAt } = painting();
    const pixels = new Uint32Array(16).fill(0xff00ff00);
    const shape = { width: 4, height: 4, hotX: 2, hotY: 2, pixels };
    decoder.receive(tiles(1, 0));
    decoder.receive(encodePicture({ kind: 'pointer-shape', number: 2, shape }));
    decoder.receive(encodePicture({ kind: 'pointer-place', number: 3, x: 39, y: 29 }));
    decoder.receive(encodePicture({ kind: 'pointer-place', number: 4, x: 0, y: 0 }));
    expect(colourAt(39, 29)).toBe('0,0,0,255');
    expect(colourAt(1, 1)).toBe('0,255,0,255');
  });
});
