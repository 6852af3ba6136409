const mostFindings = 100;

/** What is wrong, each with its place; after a hundred nobody reads on. */
export class Findings {
  readonly #found: string[] = [];

  get all(): readonly string[] {
    return this.#found;
  }

  add(place: string, what: string): void {
    if (this.#found.length < mostFindings) this.#found.push(`${place}: ${what}`);
  }
}
