/** The key of an attempt: the same sent once more is the same attempt, and anything else another. */
export class AttemptKey {
  #attempt: { readonly what: string; readonly key: string } | null = null;

  of(sent: object): string {
    const what = JSON.stringify(sent);
    if (this.#attempt?.what !== what) this.#attempt = { what, key: crypto.randomUUID() };
    return this.#attempt.key;
  }
}
