import { type Database, rowOf, rowsOf } from './database.js';

/** A request that creates something, known by its sender and their key. */
export interface RepeatableRequest {
  readonly caller: string;
  readonly key: string;
  /** SHA-256 of what was asked, so that a key used for something else is noticed. */
  readonly requestHash: string;
}

/** What is known of a request: it is new (or was never finished), it was answered, or its key stands for another one. */
export type Known =
  | { readonly kind: 'new' }
  | { readonly kind: 'answered'; readonly status: number; readonly answer: unknown }
  | { readonly kind: 'other-request' };

/** Answers to requests that may come twice, kept for a day. */
export class IdempotencyStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Claims a key for a request, or tells what it already stands for. */
  async begin({ caller, key, requestHash }: RepeatableRequest): Promise<Known> {
    const found = await rowOf<{
      request_hash: string;
      status: number | null;
      answer: unknown;
    }>(this.#db, beginning, { caller, key, requestHash });
    if (!found) return { kind: 'new' };
    if (found.request_hash !== requestHash) return { kind: 'other-request' };
    return found.status === null
      ? { kind: 'new' }
      : { kind: 'answered', status: found.status, answer: found.answer };
  }

  /** Keeps the answer that a repetition will get. */
  async finish({ caller, key }: RepeatableRequest, status: number, answer: unknown): Promise<void> {
    await rowsOf(
      this.#db,
      'update idempotency set status = :status, answer = :answer where caller = :caller and key = :key',
      { caller, key, status, answer: JSON.stringify(answer) },
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

// The update changes nothing; it makes the row that is already there come back.
const beginning = `
  insert into idempotency as known (caller, key, request_hash)
  values (:caller, :key, :requestHash)
  on conflict (caller, key) do update set caller = known.caller
  returning request_hash, status, answer
`;
