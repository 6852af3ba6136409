/** How often something held, so that a specification at random knows whether it tried anything. */
export class Tally<What extends string> {
  readonly #counts = new Map<What, number>();

  add(what: What, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
  }

  /** Expects each of them to have been met so often. */
  expectAtLeast(times: number, ...each: readonly What[]): void {
    for (const what of each) {
      expect(this.#counts.get(what) ?? 0)
        .withContext(what)
        .toBeGreaterThanOrEqual(times);
    }
  }
}
