import { WayChoice } from './way-choice.js';

/** Time passes in steps of 50 ms, in each of which something happens. */
class Run {
  readonly choice = new WayChoice();
  now = 100_000;
  way = 'tiles';

  pass(milliseconds: number, bytes: number, pixels: number, waiting = false): this {
    for (const end = this.now + milliseconds; this.now < end;) {
      this.now += 50;
      if (pixels > 0) this.choice.moved(pixels, this.now);
      if (this.way === 'tiles') this.choice.sent(bytes, waiting, this.now);
      this.way = this.choice.choose(this.now);
    }
    return this;
  }
}

const film = { bytes: 110_000, pixels: 500_000 };
const office = { bytes: 20_000, pixels: 60_000 };

describe('The choice between tiles and video', () => {
  it('is tiles for office work', () => {
    expect(new Run().pass(10_000, office.bytes, office.pixels).way).toBe('tiles');
  });

  it('is tiles for one large change', () => {
    expect(new Run().pass(50, 700_000, 2_000_000).pass(2_000, 0, 0).way).toBe('tiles');
  });

  it('is video for a film that something holds back, and tiles for as much that soon ends', () => {
    expect(new Run().pass(2_000, film.bytes / 4, film.pixels / 4).pass(1_000, 0, 0).way).toBe(
      'tiles',
    );
    expect(new Run().pass(5_000, film.bytes / 4, film.pixels / 4).way).toBe('video');
  });

  it('is video for a film, until it stops', () => {
    const run = new Run().pass(2_000, film.bytes, film.pixels);
    expect(run.way).toBe('video');
    expect(run.pass(10_000, 0, film.pixels).way).toBe('video');
    expect(run.pass(2_000, 0, 0).way).toBe('tiles');
  });

  it('is tiles again when a little still moves after the film', () => {
    const run = new Run().pass(2_000, film.bytes, film.pixels);
    expect(run.pass(3_000, 0, film.pixels / 20).way).toBe('tiles');
  });

  it('is video when changes wait for a poor line, but not when they wait for a moment', () => {
    expect(new Run().pass(1_000, 2_000, 60_000, true).way).toBe('tiles');
    expect(new Run().pass(2_000, 2_000, 60_000, true).way).toBe('video');
  });

  it('goes back more slowly each time that it was too early', () => {
    const run = new Run().pass(2_000, film.bytes, film.pixels).pass(700, 0, 0);
    expect(run.way).toBe('tiles');
    expect(run.pass(2_000, film.bytes, film.pixels).pass(900, 0, 0).way).toBe('video');
    expect(run.pass(1_500, 0, 0).way).toBe('tiles');
  });
});
