const presses = 3;
const withinMs = 1200;

/** Knows the stop key, Esc three times in quick succession with nothing else between. */
export class StopKey {
  #times: readonly number[] = [];

  /** Takes a key press of the person; answers whether it completed the stop key. */
  pressed(isEscape: boolean, now: number): boolean {
    const recent = this.#times.filter((time) => now - time <= withinMs);
    this.#times = isEscape ? [...recent, now] : [];
    if (this.#times.length < presses) return false;
    this.#times = [];
    return true;
  }
}
