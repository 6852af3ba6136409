import { IdempotencyStore, type Known } from '../../activities/store/idempotency-store.js';
import type { Database } from '../../activities/store/database.js';
import { LiveBell } from '../../activities/store/feed/live-bell.js';
import { SessionRecord } from '../../activities/record/session-record.js';
import {
  type StaffSession,
  StaffSessionStore,
} from '../../activities/store/staff-session-store.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { Desk } from '../desk.js';

/** The desk with what its doors look up kept in memory, for a spec that asks much and changes nothing. */
export function withKnownRows(desk: Desk, db: Database): Desk {
  const stores = {
    ...desk.stores,
    staffSessions: new KnownSignIns(db),
    record: new KnownSessions(db, new LiveBell(db)),
    idempotency: new NothingRepeated(db),
  };
  return { ...desk, stores };
}

class KnownSignIns extends StaffSessionStore {
  readonly #known = new Map<string, Promise<StaffSession | null>>();

  override find(idHash: string): Promise<StaffSession | null> {
    return lookedUp(this.#known, idHash, () => super.find(idHash));
  }
}

class KnownSessions extends SessionRecord {
  readonly #known = new Map<string, Promise<Session | null>>();

  override find(sessionId: string): Promise<Session | null> {
    return lookedUp(this.#known, sessionId, () => super.find(sessionId));
  }
}

class NothingRepeated extends IdempotencyStore {
  override find(): Promise<Known> {
    return Promise.resolve({ kind: 'new' });
  }

  override keep(): Promise<void> {
    return Promise.resolve();
  }
}

function lookedUp<T>(
  known: Map<string, Promise<T>>,
  key: string,
  look: () => Promise<T>,
): Promise<T> {
  const found = known.get(key) ?? look();
  known.set(key, found);
  return found;
}
