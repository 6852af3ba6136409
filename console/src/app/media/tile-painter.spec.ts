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
import { type PainterNews, TilePainter } from './tile-painter.js';

const size = { width: 40, height: 30 };
const whole = { x: 0, y: 0, ...size };

function tiles(number: number, colour: number, area: TileArea = whole, how = {}): Uint8Array {
  const screen = { ...size, pixels: new Uint32Array(size.width * size.height).fill(colour) };
  const writer = new AreaWriter();
  writer.begin();
  const areas = new Uint8Array(mostAreaBytes);
  const written = areas.subarray(0, writer.write(screen, area, areas, 0));
  const { packed = false, complete = true }: { packed?: boolean; complete?: boolean } = how;
  const sent = packed ? deflateSync(written) : written;
  const bytes = new Uint8Array(tilesHeadLength + sent.length);
  writeTilesHead(bytes, { number, ...size, complete, packed });
  bytes.set(sent, tilesHeadLength);
  return bytes;
}

function painting() {
  const news: PainterNews[] = [];
  const painter = new TilePainter((one) => news.push(one));
  const canvas = new OffscreenCanvas(1, 1);
  painter.paintOn(canvas);
  painter.begin();
  const colourAt = (x: number, y: number): string =>
    [...(canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])].join();
  const kinds = () => news.map(({ kind }) => kind);
  return { painter, canvas, news, kinds, colourAt };
}

describe('a painter of tiles', () => {
  it('paints each pixel as it was sent, packed or not, and says so', () => {
    const { painter, canvas, news, colourAt } = painting();
    painter.receive(tiles(1, 0x123456));
    painter.receive(tiles(2, 0xff0102, { x: 10, y: 10, width: 5, height: 5 }, { packed: true }));
    expect([canvas.width, canvas.height]).toEqual([40, 30]);
    expect(colourAt(0, 0)).toBe('18,52,86,255');
    expect(colourAt(12, 12)).toBe('255,1,2,255');
    expect(colourAt(15, 15)).toBe('18,52,86,255');
    expect(news).toEqual([
      { kind: 'size', ...size },
      { kind: 'shown', number: 1, whole: true },
      { kind: 'shown', number: 2, whole: true },
    ]);
  });

  it('shows what belongs together at once', () => {
    const { painter, colourAt } = painting();
    painter.receive(tiles(1, 0x111111));
    painter.receive(tiles(2, 0x222222, { ...whole, width: 20 }, { complete: false }));
    expect(colourAt(1, 1)).toBe('17,17,17,255');
    painter.receive(tiles(3, 0x222222));
    expect(colourAt(1, 1)).toBe('34,34,34,255');
  });

  it('shows the pointer over the screen, and the screen where it has gone', () => {
    const { painter, colourAt } = painting();
    const pixels = new Uint32Array(4).fill(0xff00ff00);
    const shape = { width: 2, height: 2, hotX: 1, hotY: 1, pixels };
    painter.receive(tiles(1, 0));
    painter.receive(encodePicture({ kind: 'pointer-shape', number: 2, shape }));
    painter.receive(encodePicture({ kind: 'pointer-place', number: 3, x: 5, y: 5 }));
    expect(colourAt(4, 4)).toBe('0,255,0,255');
    expect(colourAt(6, 6)).toBe('0,0,0,255');
    painter.receive(encodePicture({ kind: 'pointer-place', number: 4, x: 20, y: 20 }));
    expect(colourAt(4, 4)).toBe('0,0,0,255');
    expect(colourAt(20, 20)).toBe('0,255,0,255');
  });

  it('asks for the whole again when something is missing, and takes nothing until it comes', () => {
    const { painter, kinds, colourAt } = painting();
    painter.receive(tiles(1, 0x111111));
    painter.receive(tiles(3, 0x222222));
    expect(kinds().at(-1)).toBe('broken');
    painter.receive(tiles(4, 0x333333));
    expect(colourAt(1, 1)).toBe('17,17,17,255');
    painter.begin();
    painter.receive(tiles(5, 0x444444));
    painter.receive(tiles(1, 0x555555));
    expect(colourAt(1, 1)).toBe('85,85,85,255');
    expect(kinds().filter((kind) => kind === 'broken').length).toBe(1);
  });

  it('asks for the whole again when something is malformed', () => {
    for (const spoil of [
      (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 1),
      (bytes: Uint8Array) => bytes.fill(0xff, tilesHeadLength),
      (bytes: Uint8Array) => bytes.fill(3, tilesHeadLength - 1, tilesHeadLength),
      () => new Uint8Array(),
    ]) {
      const { painter, kinds } = painting();
      painter.receive(tiles(1, 0x111111));
      painter.receive(spoil(tiles(2, 0x222222)));
      expect(kinds().at(-1)).toBe('broken');
    }
  });

  it('leaves nothing to be seen when the screen is hidden', () => {
    const { painter, news, colourAt } = painting();
    painter.receive(tiles(1, 0xabcdef));
    painter.receive(encodePicture({ kind: 'way', number: 2, way: 'nothing' }));
    expect(colourAt(7, 7)).toBe('24,24,24,255');
    expect(news).toContain({ kind: 'way', way: 'nothing' });
  });

  it('paints the same on another canvas', () => {
    const { painter } = painting();
    painter.receive(tiles(1, 0x123456));
    const other = new OffscreenCanvas(1, 1);
    painter.paintOn(other);
    const { data } = other.getContext('2d')?.getImageData(39, 29, 1, 1) ?? new ImageData(1, 1);
    expect([...data]).toEqual([18, 52, 86, 255]);
  });
});
