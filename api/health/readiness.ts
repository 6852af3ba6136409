/** A part of the house that the desk needs, and how to find out whether it answers. */
export interface Part {
  readonly name: string;
  /** Resolves with a short detail when the part answers; rejects otherwise. */
  readonly check: () => Promise<string>;
}

/** Whether a part answered. */
export interface PartState {
  readonly name: string;
  readonly ready: boolean;
  readonly detail: string;
}

const patienceMs = 2_000;

/** Asks every part at once; what does not answer in two seconds is not ready. */
export class Readiness {
  readonly #parts: readonly Part[];

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
  }

  check(): Promise<readonly PartState[]> {
    return Promise.all(this.#parts.map(stateOf));
  }
}

async function stateOf({ name, check }: Part): Promise<PartState> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error('late'));
  }, patienceMs);
  try {
    return { name, ready: true, detail: await Promise.race([check(), late]) };
  } catch {
    // Why it does not answer is for the log of that part, not for whoever asks from outside.
    return { name, ready: false, detail: 'does not answer' };
  } finally {
    clearTimeout(timer);
  }
}
