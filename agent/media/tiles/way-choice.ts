/** Bytes of tiles in a second from which a video is the smaller burden. */
const manyBytes = 1_000_000;
/** Fewer are as great a burden when they do not end: what a film costs where something holds its frames back. */
const steadyBytes = 450_000;
const steadyFor = 2_000;
/** So long may changes wait for a line before the video takes over, which can be less exact. */
const longestBacklog = 1_500;
/** The least time in the video, and the most that a screen has to be calm after it went back too early. */
const shortestCalm = 600;
const longestCalm = 5_000;
/** Going back and forth within this time was too early. */
const soon = 10_000;
/** Below this share of the motion that made the video necessary the screen counts as calm. */
const calmShare = 0.15;
const second = 1_000;

/** Chooses between tiles and video by what is seen: bytes a second, changes that wait, and motion. */
export class WayChoice {
  #way: 'tiles' | 'video' = 'tiles';
  readonly #bytes = new LastSecond();
  readonly #motion = new LastSecond();
  /** Since when changes have been waiting without a break. */
  #waitingSince: number | null = null;
  /** Since when every second has brought many bytes. */
  #steadySince: number | null = null;
  #tooMuch = 0;
  #lively = Number.NEGATIVE_INFINITY;
  #left = Number.NEGATIVE_INFINITY;
  #calm = shortestCalm;

  /** Pixels of the screen changed. */
  moved(pixels: number, now: number): void {
    this.#motion.add(pixels, now);
    if (this.#way === 'video' && this.#motion.sum(now) > this.#tooMuch * calmShare) {
      this.#lively = now;
    }
  }

  /** Tiles were sent; `waiting` says whether others had to wait for the line. */
  sent(bytes: number, waiting: boolean, now: number): void {
    this.#bytes.add(bytes, now);
    if (!waiting) this.#waitingSince = null;
    else this.#waitingSince ??= now;
  }

  /** The way to take from now on. */
  choose(now: number): 'tiles' | 'video' {
    if (this.#way === 'tiles' && this.#isTooMuch(now)) this.#toVideo(now);
    else if (this.#way === 'video' && now - this.#lively > this.#calm) this.#toTiles(now);
    return this.#way;
  }

  #isTooMuch(now: number): boolean {
    const bytes = this.#bytes.sum(now);
    if (bytes < steadyBytes) this.#steadySince = null;
    else this.#steadySince ??= now;
    return (
      bytes > manyBytes ||
      lasts(this.#steadySince, now) > steadyFor ||
      lasts(this.#waitingSince, now) > longestBacklog
    );
  }

  #toVideo(now: number): void {
    this.#way = 'video';
    this.#calm = now - this.#left < soon ? Math.min(longestCalm, this.#calm * 2) : shortestCalm;
    this.#tooMuch = this.#motion.sum(now);
    this.#lively = now;
  }

  #toTiles(now: number): void {
    this.#way = 'tiles';
    this.#left = now;
    this.#waitingSince = null;
    this.#steadySince = null;
    this.#bytes.clear();
  }
}

function lasts(since: number | null, now: number): number {
  return since === null ? 0 : now - since;
}

/** What was counted in the last second, in tenths. */
class LastSecond {
  readonly #tenths = new Float64Array(10);
  #tenth = 0;

  add(amount: number, now: number): void {
    this.#moveTo(now);
    const at = this.#tenth % 10;
    this.#tenths[at] = (this.#tenths[at] ?? 0) + amount;
  }

  sum(now: number): number {
    this.#moveTo(now);
    return this.#tenths.reduce((sum, each) => sum + each, 0);
  }

  clear(): void {
    this.#tenths.fill(0);
  }

  #moveTo(now: number): void {
    const tenth = Math.floor((now * 10) / second);
    if (tenth - this.#tenth >= 10) this.clear();
    else for (let past = this.#tenth + 1; past <= tenth; past += 1) this.#tenths[past % 10] = 0;
    this.#tenth = tenth;
  }
}
