import type { DeviceKind } from '../../workflows/domain/session/vocabulary.js';
import { idFrom } from '../keys/id-from.js';
import { type Database, rowOf, rowsOf } from './database.js';
import type { LiveBell } from './feed/live-bell.js';
import type { DeviceInfo } from './sessions/session-row.js';

/** How long after its last sign of life a device counts as connected, in milliseconds. */
export const deviceLeaseMs = 5_000;

// A device that has just got its token still has to open its stream.
const firstLeaseMs = 15_000;

/** A device that is let in: its hashes are SHA-256 of the key it keeps and of the token it was given. */
export interface NewDevice {
  readonly id: string;
  readonly sessionId: string;
  readonly keyHash: string;
  readonly tokenHash: string;
  readonly kind: DeviceKind;
  readonly info: DeviceInfo;
}

/** A device known by its token. */
export interface KnownDevice {
  readonly deviceId: string;
  readonly sessionId: string;
}

/** The same key in the same session always gives the same id, so that a join can be repeated after any crash. */
export function deviceIdOf(sessionId: string, keyHash: string): string {
  return idFrom(`device ${sessionId} ${keyHash}`);
}

/** Users' devices: who they are, what they tell of themselves, and whether they are there. */
export class DeviceStore {
  readonly #db: Database;
  readonly #bell: LiveBell;

  constructor(db: Database, bell: LiveBell) {
    this.#db = db;
    this.#bell = bell;
  }

  /** Lets a device in; coming again it gets a new token and its old one no longer counts. */
  async admit(device: NewDevice): Promise<void> {
    await rowsOf(this.#db, admission, {
      ...device,
      info: JSON.stringify(device.info),
      leaseMs: firstLeaseMs,
    });
    this.#bell.ring();
  }

  /** The device that holds a token, by the token's hash, or null. */
  async byToken(tokenHash: string): Promise<KnownDevice | null> {
    const found = await rowOf<{ id: string; session_id: string }>(
      this.#db,
      'select id, session_id from devices where token_hash = :tokenHash',
      { tokenHash },
    );
    return found && { deviceId: found.id, sessionId: found.session_id };
  }

  /** The customer whose people last came with a device, by the hash of its key; null where none is known. */
  async customerOf(keyHash: string): Promise<string | null> {
    const found = await rowOf<{ customer: string }>(this.#db, lastCustomer, { keyHash });
    return found?.customer ?? null;
  }

  /** Notes that devices are there, for all open streams of a process at once. */
  async renew(deviceIds: readonly string[]): Promise<void> {
    if (deviceIds.length === 0) return;
    await rowsOf(
      this.#db,
      `update devices set last_seen_at = clock_timestamp(),
         lease_until = clock_timestamp() + :leaseMs * interval '1 millisecond'
       where id = any(:deviceIds)`,
      { deviceIds, leaseMs: deviceLeaseMs },
    );
  }

  /** What the device now tells of itself. */
  async updateInfo(deviceId: string, info: DeviceInfo): Promise<void> {
    await rowsOf(
      this.#db,
      `with changed as (
         update devices set info = :info where id = :deviceId returning session_id
       ) insert into feed (kind, session_id) select 'presence', session_id from changed`,
      { deviceId, info: JSON.stringify(info) },
    );
    this.#bell.ring();
  }

  /** The user has paused what the device shows, or goes on. */
  async pause(deviceId: string, paused: boolean): Promise<void> {
    await rowsOf(
      this.#db,
      `with changed as (
         update devices set paused = :paused where id = :deviceId and paused <> :paused
         returning session_id
       ) insert into feed (kind, session_id) select 'presence', session_id from changed`,
      { deviceId, paused },
    );
    this.#bell.ring();
  }

  /** Sessions whose device counts as connected although its lease ran out. */
  async lost(limit: number): Promise<readonly LostDevice[]> {
    const rows = await rowsOf<{ id: string; session_id: string; lease_until: Date }>(
      this.#db,
      `select d.id, d.session_id, d.lease_until
       from sessions s join devices d on d.id = s.device_id
       where s.connection = 'connected' and d.lease_until < clock_timestamp()
       order by d.lease_until limit :limit`,
      { limit },
    );
    return rows.map(({ id, session_id, lease_until }) => ({
      deviceId: id,
      sessionId: session_id,
      leaseUntil: lease_until,
    }));
  }
}

/** A device that went silent, and since when. */
export interface LostDevice extends KnownDevice {
  readonly leaseUntil: Date;
}

const lastCustomer = `
  select s.document -> 'requester' ->> 'customer' as customer
  from devices d join sessions s on s.id = d.session_id
  where d.key_hash = :keyHash and s.document -> 'requester' ->> 'customer' is not null
  order by s.requested_at desc limit 1
`;

const admission = `
  with admitted as (
    insert into devices (id, session_id, key_hash, token_hash, kind, info, lease_until)
    values (:id, :sessionId, :keyHash, :tokenHash, :kind, :info,
      clock_timestamp() + :leaseMs * interval '1 millisecond')
    on conflict (id) do update set
      token_hash = excluded.token_hash, kind = excluded.kind, info = excluded.info,
      last_seen_at = excluded.last_seen_at, lease_until = excluded.lease_until, paused = false
  ) insert into feed (kind, session_id) values ('presence', :sessionId)
`;
