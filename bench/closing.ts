/** What was opened for a measurement, closed in the reverse order. */
export class Closing {
  readonly #closers: (() => Promise<void> | void)[] = [];

  /** Keeps how to close something that was just opened. */
  add(close: () => Promise<void> | void): void {
    this.#closers.push(close);
  }

  /** Closes everything, also when closing one thing fails; throws the first failure at the end. */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.#closers.splice(0).reverse()) {
      try {
        await close();
      } catch (error) {
        failures.push(error); // The rest is still to be closed.
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

/** Does something and then closes what it has opened, whatever came of it. */
export async function withClosing<T>(work: (closing: Closing) => Promise<T>): Promise<T> {
  const closing = new Closing();
  try {
    return await work(closing);
  } finally {
    await closing.close();
  }
}
