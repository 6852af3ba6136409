import { type Database, preparedRowOf, preparedRowsOf, rowsOf } from './database.js';

/** A request that creates something, known by its sender and their key. */
export interface RepeatableRequest {
  readonly caller: string;
  readonly key: string;
  /** SHA-256 of what was asked, so that a key used for something else is noticed. */
  readonly requestHash: string;
}

/** What is known of a request: it is new, it was answered, or its key stands for another one. */
export type Known =
  | { readonly kind: 'new' }
  | { readonly kind: 'answered'; readonly status: number; readonly answer: unknown }
  | { readonly kind: 'other-request' };

/**
 * Answers to requests that may come twice, kept for a day. Only what was done is kept: a refused
 * request writes nothing, and one that was cut off is made harmless by the command's own id.
 */
export class IdempotencyStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** What a key already stands for. */
  async find({ caller, key, requestHash }: RepeatableRequest): Promise<Known> {
    const found = await preparedRowOf<{ request_hash: string; status: number; answer: unknown }>(
      this.#db,
      `select request_hash, status, answer from idempotency
       where caller = :caller and key = :key`,
      { caller, key },
    );
    if (!found) return { kind: 'new' };
    if (found.request_hash !== requestHash) return { kind: 'other-request' };
    return { kind: 'answered', status: found.status, answer: found.answer };
  }

  /** Keeps the answer that a repetition will get; of two at once the first counts. */
  async keep(request: RepeatableRequest, status: number, answer: unknown): Promise<void> {
    await preparedRowsOf(
      this.#db,
      `insert into idempotency (caller, key, request_hash, status, answer)
       values (:caller, :key, :requestHash, :status, :answer)
       on conflict (caller, key) do nothing`,
      { ...request, status, answer: JSON.stringify(answer) },
    );
  }

  /** Forgets keys older than a day. */
  async sweep(): Promise<void> {
    await rowsOf(
      this.#db,
      "delete from idempotency where created_at < clock_timestamp() - interval '1 day'",
    );
  }
}
