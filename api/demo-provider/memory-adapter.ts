import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** Where the demonstration's provider keeps what it hands out: in memory, gone with the process. */
export class MemoryAdapter implements Adapter {
  static readonly #kept = new Map<string, Kept>();
  readonly #model: string;

  constructor(model: string) {
    this.#model = model;
  }

  upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<undefined> {
    this.#sweep();
    const lifetime = expiresIn > 0 ? expiresIn * 1000 : Number.POSITIVE_INFINITY;
    MemoryAdapter.#kept.set(this.#key(id), { payload, expiresAt: Date.now() + lifetime });
    return Promise.resolve(undefined);
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    const kept = MemoryAdapter.#kept.get(this.#key(id));
    return Promise.resolve(kept && kept.expiresAt > Date.now() ? kept.payload : undefined);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.#first((payload) => payload.uid === uid));
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.#first((payload) => payload.userCode === userCode));
  }

  consume(id: string): Promise<undefined> {
    const kept = MemoryAdapter.#kept.get(this.#key(id));
    if (kept) kept.payload.consumed = Math.floor(Date.now() / 1000);
    return Promise.resolve(undefined);
  }

  destroy(id: string): Promise<undefined> {
    MemoryAdapter.#kept.delete(this.#key(id));
    return Promise.resolve(undefined);
  }

  revokeByGrantId(grantId: string): Promise<undefined> {
    for (const [key, { payload }] of MemoryAdapter.#kept) {
      if (payload.grantId === grantId) MemoryAdapter.#kept.delete(key);
    }
    return Promise.resolve(undefined);
  }

  #key(id: string): string {
    return `${this.#model}:${id}`;
  }

  #first(fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    const prefix = `${this.#model}:`;
    for (const [key, { payload, expiresAt }] of MemoryAdapter.#kept) {
      if (key.startsWith(prefix) && expiresAt > Date.now() && fits(payload)) return payload;
    }
    return undefined;
  }

  #sweep(): void {
    const now = Date.now();
    for (const [key, { expiresAt }] of MemoryAdapter.#kept) {
      if (expiresAt <= now) MemoryAdapter.#kept.delete(key);
    }
  }
}
