import { inflateRawSync } from 'node:zlib';
import {
  decodePicture,
  type PictureMessage,
} from '../../../workflows/domain/picture/picture-message.js';
import { moveRows } from '../../../workflows/domain/picture/row-move.js';
import { AreaDrawer, canvasWord } from '../../../workflows/domain/picture/tile-areas.js';
import type { Size } from '../../platform/desktop.js';
import { TileFeed } from './tile-feed.js';

const size = { width: 200, height: 130 };

function blank({ width, height }: Size) {
  return { width, height, pixels: new Uint32Array(width * height) };
}

/** A screen, a line that only carries what the spec lets through, and a viewer who paints. */
class Scene {
  now = 50_000;
  videos: boolean[] = [];
  isVideoUp = true;
  screen = blank(size);
  canvas = blank(size);
  readonly feed: TileFeed;
  readonly #line: Uint8Array[] = [];
  readonly #drawer = new AreaDrawer();

  constructor() {
    this.feed = new TileFeed({
      send: (bytes) => this.#line.push(bytes),
      needsVideo: (needs) => this.videos.push(needs),
      isVideoUp: () => this.isVideoUp,
      now: () => this.now,
    });
  }

  get underWay(): number {
    return this.#line.length;
  }

  /** Every pixel gets a colour that follows from the shade; a noise that cannot be packed, if wanted. */
  paint(shade: number, noise = false): void {
    const { pixels, width, height } = this.screen;
    for (let at = 0; at < pixels.length; at += 1) {
      pixels[at] = noise ? Math.imul(at + shade, 2654435761) & 0xffffff : shade;
    }
    this.feed.changed(this.screen, [{ x: 0, y: 0, width, height }]);
  }

  resize(to: Size): void {
    this.screen = blank(to);
    this.canvas = blank(to);
  }

  begin(): void {
    this.#line.length = 0;
    this.feed.hear({ kind: 'begin' });
  }

  /** Lets messages arrive, the oldest first, and answers what they were. */
  arrive(count = Infinity): PictureMessage[] {
    const arrived: PictureMessage[] = [];
    while (arrived.length < count && this.#line.length > 0) {
      const message = decodePicture(this.#line.shift() ?? new Uint8Array());
      if (!message) throw new Error('A message cannot be read.');
      if (message.kind === 'tiles') {
        const bytes = message.packed ? inflateRawSync(message.areas) : message.areas;
        expect(this.#drawer.draw(bytes, this.canvas)).not.toBeNull();
      }
      if (message.kind === 'move') moveRows(message.move, this.canvas);
      arrived.push(message);
      this.feed.hear({ kind: 'shown', number: message.number });
    }
    return arrived;
  }

  get isTrue(): boolean {
    return this.screen.pixels.every(
      (pixel, at) => canvasWord(pixel) >>> 0 === this.canvas.pixels[at],
    );
  }
}

describe('The screen for one viewer', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
  });

  afterEach(() => {
    scene.feed.close();
  });

  it('leaves only once the viewer is there, and then whole', () => {
    scene.paint(0x102030);
    scene.feed.pointerMoved(5, 5);
    expect(scene.underWay).toBe(0);
    scene.begin();
    const kinds = scene.arrive().map(({ kind }) => kind);
    expect(kinds[0]).toBe('way');
    expect(kinds).toContain('tiles');
    expect(scene.isTrue).toBeTrue();
  });

  it('counts its messages from one, without a gap', () => {
    scene.paint(1);
    scene.begin();
    scene.paint(2);
    scene.feed.pointerMoved(9, 9);
    const numbers = scene.arrive().map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('says when a picture is complete', () => {
    scene.paint(7, true);
    scene.begin();
    const tiles = scene.arrive().filter((message) => message.kind === 'tiles');
    expect(tiles.length).toBeGreaterThan(1);
    expect(tiles.at(-1)?.complete).toBeTrue();
  });

  it('comes less often over a slow line, but never old', () => {
    scene.begin();
    scene.paint(0, true);
    for (let shade = 1; shade <= 80; shade += 1) {
      scene.now += 16;
      scene.paint(shade, true);
      // One message comes through for each three pictures of the screen.
      if (shade % 3 === 0) scene.arrive(1);
    }
    const left = scene.arrive(scene.underWay);
    const pictures = left.filter((message) => message.kind === 'tiles' && message.complete).length;
    expect(pictures).toBeLessThan(8);
    scene.arrive();
    expect(scene.isTrue).toBeTrue();
  });

  it('goes over to video when the line stays full, and sends no tiles then', () => {
    scene.begin();
    const arrived: PictureMessage[] = [];
    for (let shade = 0; shade < 150; shade += 1) {
      scene.now += 16;
      scene.paint(shade, true);
      if (shade % 10 === 0) arrived.push(...scene.arrive(1));
    }
    expect(scene.videos.at(-1)).toBeTrue();
    arrived.push(...scene.arrive());
    expect(arrived.some((message) => message.kind === 'way' && message.way === 'video')).toBeTrue();
    scene.paint(0x445566);
    expect(scene.underWay).toBe(0);
  });

  it('goes on by tiles until the video gets through, and again when it no longer does', () => {
    scene.isVideoUp = false;
    scene.begin();
    const ways: string[] = [];
    const goOn = (): void => {
      for (let shade = 0; shade < 150; shade += 1) {
        scene.now += 16;
        scene.paint(shade, true);
        if (shade % 10 === 0) note(scene.arrive(1));
      }
      note(scene.arrive());
    };
    const note = (arrived: readonly PictureMessage[]): void => {
      for (const message of arrived) if (message.kind === 'way') ways.push(message.way);
    };
    goOn();
    expect(scene.videos.at(-1)).toBeTrue();
    expect(ways.at(-1)).toBe('tiles');
    scene.isVideoUp = true;
    scene.feed.reconsider();
    note(scene.arrive());
    expect(ways.at(-1)).toBe('video');
    scene.isVideoUp = false;
    scene.feed.reconsider();
    scene.arrive();
    expect(scene.isTrue).toBeTrue();
    expect(scene.videos.at(-1)).toBeTrue();
  });

  it('has the video end only when the tiles have taken its place', () => {
    jasmine.clock().install();
    try {
      scene = new Scene();
      scene.begin();
      for (let shade = 0; shade < 150; shade += 1) {
        scene.now += 16;
        scene.paint(shade, true);
      }
      expect(scene.videos.at(-1)).toBeTrue();
      scene.arrive();
      scene.paint(0x445566);
      scene.now += 5_000;
      jasmine.clock().tick(1_000);
      expect(scene.videos.at(-1)).toBeTrue();
      scene.arrive();
      expect(scene.isTrue).toBeTrue();
      expect(scene.videos.at(-1)).toBeFalse();
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('is not to be seen after it was hidden, and comes back whole', () => {
    scene.begin();
    scene.paint(3);
    scene.arrive();
    scene.feed.hidden();
    const [hidden, ...more] = scene.arrive();
    expect(hidden).toEqual(jasmine.objectContaining({ kind: 'way', way: 'nothing' }));
    expect(more).toEqual([]);
    scene.feed.hear({ kind: 'begin' });
    expect(scene.arrive().every(({ kind }) => kind !== 'tiles')).toBeTrue();
    scene.canvas.pixels.fill(0);
    scene.paint(4);
    scene.arrive();
    expect(scene.isTrue).toBeTrue();
  });

  it('begins anew as often as the viewer asks', () => {
    scene.begin();
    scene.paint(5, true);
    scene.arrive(1);
    scene.canvas.pixels.fill(0);
    scene.begin();
    const [first] = scene.arrive();
    expect(first?.number).toBe(1);
    expect(scene.isTrue).toBeTrue();
  });

  it('is by video for who never begins', () => {
    jasmine.clock().install();
    try {
      scene = new Scene();
      jasmine.clock().tick(4_000);
      expect(scene.videos).toEqual([true]);
      scene.begin();
      scene.paint(6);
      scene.arrive();
      expect(scene.videos.at(-1)).toBeFalse();
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('says why control is not taken, also to who comes while it is not', () => {
    scene.feed.controlPaused('question');
    scene.begin();
    scene.feed.controlPaused('question');
    scene.feed.controlPaused(null);
    const said = scene.arrive().filter((message) => message.kind === 'control');
    expect(said.map(({ pause }) => pause)).toEqual(['question', null]);
  });

  it('moves rows that were sent before, and sends only what is new of a text that scrolls', () => {
    scene.paint(0xffffff);
    scene.begin();
    const { width, height, pixels } = scene.screen;
    const whole = [{ x: 0, y: 0, width, height }];
    for (let at = 0; at < pixels.length; at += 1) {
      if (Math.imul(at, 2654435761) >>> 31 === 1) pixels[at] = 0;
    }
    scene.feed.changed(scene.screen, whole);
    scene.arrive();
    scene.now += 2_000;
    pixels.copyWithin(0, 13 * width);
    pixels.fill(0x123456, (height - 13) * width);
    scene.feed.changed(scene.screen, whole);
    const arrived = scene.arrive();
    expect(arrived.map(({ kind }) => kind)).toEqual(['move', 'tiles']);
    expect(scene.isTrue).toBeTrue();
  });

  it('gathers little changes that nobody waits for', () => {
    jasmine.clock().install();
    try {
      scene = new Scene();
      scene.paint(1);
      scene.begin();
      scene.arrive();
      const type = (): void => {
        scene.screen.pixels[50] = ((scene.screen.pixels[50] ?? 0) + 1) & 0xffffff;
        scene.feed.changed(scene.screen, [{ x: 50, y: 0, width: 1, height: 1 }]);
      };
      type();
      type();
      expect(scene.underWay).toBe(0);
      scene.now += 1_000;
      jasmine.clock().tick(1_000);
      expect(scene.arrive().length).toBe(1);
      expect(scene.isTrue).toBeTrue();
      scene.feed.touched();
      type();
      type();
      expect(scene.arrive().length).toBe(2);
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('asks for an answer only when much is under way', () => {
    scene.paint(1);
    scene.begin();
    scene.arrive();
    const wanted: boolean[] = [];
    for (let shade = 2; shade < 40; shade += 1) {
      scene.paint(shade);
      for (const message of scene.arrive()) {
        if (message.kind === 'tiles') wanted.push(message.answer);
      }
    }
    expect(wanted.length).toBeGreaterThan(30);
    expect(wanted.filter((wants) => wants).length).toBeLessThan(5);
    scene.paint(50, true);
    expect(scene.arrive().some((message) => message.kind === 'tiles' && message.answer)).toBeTrue();
  });

  it('has another size when the screen has', () => {
    scene.begin();
    scene.paint(1);
    scene.arrive();
    scene.resize({ width: 70, height: 300 });
    scene.paint(2);
    const tiles = scene.arrive().find((message) => message.kind === 'tiles');
    expect(tiles).toEqual(jasmine.objectContaining({ width: 70, height: 300 }));
    expect(scene.isTrue).toBeTrue();
  });
});
