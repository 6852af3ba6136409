/** Holds the model and tells who listens when it changes. */
export class Store<Model extends object> {
  readonly #listeners = new Set<() => void>();
  #now: Model;

  constructor(initial: Model) {
    this.#now = initial;
  }

  get now(): Model {
    return this.#now;
  }

  /** Changes some of the model; listeners hear of it after the fact. */
  set(change: Partial<Model>): void {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Hears of every change until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
