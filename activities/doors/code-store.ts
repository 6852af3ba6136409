import type { DeviceKind } from '../../workflows/domain/session/vocabulary.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { type NewAuditEntry, writeAudit } from '../store/log/audit-entry.js';
import type { DeviceInfo } from '../store/sessions/session-row.js';

/** A code to be given out; whose device it is and what it will be called once the code was entered. */
export interface NewCode {
  readonly id: string;
  /** The session that the code will lead to. */
  readonly sessionId: string;
  readonly deviceKeyHash: string;
  /** SHA-256 of the token that the device holds already and that counts from the entry on. */
  readonly tokenHash: string;
  readonly kind: DeviceKind;
  readonly info: DeviceInfo;
  readonly language: string | null;
  readonly lifetimeMs: number;
}

/** A code that was given out. */
export interface IssuedCode {
  readonly code: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** A code that was entered: the device behind it and the session that it leads to. */
export interface RedeemedCode extends Omit<NewCode, 'lifetimeMs'> {
  readonly usedBy: string;
}

/** Where a code stands, for the device that waits with it. */
export interface CodeStanding {
  readonly state: 'live' | 'used' | 'over';
  readonly sessionId: string;
  readonly expiresAt: Date;
}

/** A code as it is drawn: the digits for the person and the keyed hash for the store. */
export interface DrawnCode {
  readonly code: string;
  readonly hash: string;
}

/** Among ten thousand live codes the first draw is free 9,999 times in 10,000. */
const mostDraws = 8;

/** Nine-digit codes. The digits themselves are never stored, and a code is never given out while it lives. */
export class CodeStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Gives out a code; the device's earlier one ends with it. */
  async issue(wanted: NewCode, draw: () => DrawnCode): Promise<IssuedCode> {
    return this.#db.transaction(async (tx) => {
      await rowsOf(tx, endingOfDevice, { deviceKeyHash: wanted.deviceKeyHash });
      for (let attempt = 0; attempt < mostDraws; attempt += 1) {
        const { code, hash } = draw();
        await rowsOf(tx, endingOfExpired, { hash });
        const row = await rowOf<{ issued_at: Date; expires_at: Date }>(tx, issuing, {
          ...wanted,
          hash,
          info: JSON.stringify(wanted.info),
        });
        if (row) return { code, issuedAt: row.issued_at, expiresAt: row.expires_at };
      }
      throw new Error(`No code was free in ${mostDraws} draws.`);
    });
  }

  /** How many codes live. */
  async live(): Promise<number> {
    const row = await rowOf<{ live: string }>(this.#db, countingLive);
    return Number(row?.live ?? 0);
  }

  /** Uses a live code up, or finds what this very entry used up before; null for every other code. */
  async redeem(hash: string, technician: string, entryId: string): Promise<RedeemedCode | null> {
    const row = await rowOf<CodeRow>(this.#db, redeeming, { hash, technician, entryId });
    return row && redeemedFrom(row);
  }

  /** Where the code stands whose device holds this token, or null. */
  async standing(tokenHash: string): Promise<CodeStanding | null> {
    const row = await rowOf<StandingRow>(this.#db, standingQuery, { tokenHash });
    if (!row) return null;
    const { state, session_id: sessionId, expires_at: expiresAt } = row;
    return { state, sessionId, expiresAt };
  }

  /** The device no longer waits; whether its code was live. */
  async giveUp(tokenHash: string): Promise<boolean> {
    const row = await rowOf(
      this.#db,
      `update codes set ended_at = clock_timestamp(), ending = 'given-up'
       where token_hash = :tokenHash and ended_at is null and expires_at > clock_timestamp()
       returning id`,
      { tokenHash },
    );
    return row !== null;
  }

  /** Ends a live code on somebody's word; whether it was live. */
  async withdraw(id: string, audit: Pick<NewAuditEntry, 'actor' | 'action' | 'revision' | 'from'>) {
    return this.#db.transaction(async (tx) => {
      const row = await rowOf(
        tx,
        `update codes set ended_at = clock_timestamp(), ending = 'withdrawn'
         where id = :id and ended_at is null and expires_at > clock_timestamp() returning id`,
        { id },
      );
      if (!row) return false;
      const subject = { kind: 'code', key: id } as const;
      await writeAudit(tx, { ...audit, subject, data: { did: 'withdrawn' } });
      return true;
    });
  }

  /** Ends what has expired, and forgets what ended more than a week ago. */
  async sweep(): Promise<void> {
    await rowsOf(
      this.#db,
      `update codes set ended_at = expires_at, ending = 'expired'
       where ended_at is null and expires_at <= clock_timestamp()`,
    );
    await rowsOf(
      this.#db,
      "delete from codes where ended_at < clock_timestamp() - interval '7 days'",
    );
  }
}

interface CodeRow {
  readonly id: string;
  readonly session_id: string;
  readonly device_key_hash: string;
  readonly token_hash: string;
  readonly kind: DeviceKind;
  readonly info: DeviceInfo;
  readonly language: string | null;
  readonly used_by: string;
}

interface StandingRow {
  readonly state: CodeStanding['state'];
  readonly session_id: string;
  readonly expires_at: Date;
}

function redeemedFrom(row: CodeRow): RedeemedCode {
  return {
    id: row.id,
    sessionId: row.session_id,
    deviceKeyHash: row.device_key_hash,
    tokenHash: row.token_hash,
    kind: row.kind,
    info: row.info,
    language: row.language,
    usedBy: row.used_by,
  };
}

const endingOfDevice = `
  update codes set ended_at = least(expires_at, clock_timestamp()),
    ending = case when expires_at <= clock_timestamp() then 'expired' else 'replaced' end
  where device_key_hash = :deviceKeyHash and ended_at is null
`;

const endingOfExpired = `
  update codes set ended_at = expires_at, ending = 'expired'
  where code_hash = :hash and ended_at is null and expires_at <= clock_timestamp()
`;

const issuing = `
  insert into codes (id, code_hash, device_key_hash, token_hash, kind, info, language, session_id,
    expires_at)
  values (:id, :hash, :deviceKeyHash, :tokenHash, :kind, :info, :language, :sessionId,
    clock_timestamp() + :lifetimeMs * interval '1 millisecond')
  on conflict (code_hash) where ended_at is null do nothing
  returning issued_at, expires_at
`;

const countingLive = `
  select count(*) as live from codes where ended_at is null and expires_at > clock_timestamp()
`;

// One statement for every entry, whatever it finds, so that what it finds takes the same work.
const redeeming = `
  with redeemed as (
    update codes set ended_at = clock_timestamp(), ending = 'used', used_by = :technician,
      entry_id = :entryId
    where code_hash = :hash and ended_at is null and expires_at > clock_timestamp()
    returning id, session_id, device_key_hash, token_hash, kind, info, language, used_by
  )
  select * from redeemed
  union all
  select id, session_id, device_key_hash, token_hash, kind, info, language, used_by from codes
  where entry_id = :entryId and used_by = :technician and code_hash = :hash
`;

// A used code counts as used once its device is let in: until then its token is worth nothing.
const standingQuery = `
  select c.session_id, c.expires_at, case
      when c.ending = 'used' and exists (select from devices d where d.session_id = c.session_id)
        then 'used'
      when c.ending = 'used' or (c.ended_at is null and c.expires_at > clock_timestamp())
        then 'live'
      else 'over'
    end as state
  from codes c where c.token_hash = :tokenHash
`;
