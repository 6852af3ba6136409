import { lookOf } from '../../workflows/domain/look-of-name.js';
import type { FormField } from '../../workflows/domain/sos/form.js';
import { otherOfName } from '../directory/other-of-name.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { type NewAuditEntry, writeAudit } from '../store/log/audit-entry.js';

/** What an SOS Call is made of as its managers edit it. */
export interface SosCallTerms {
  readonly name: string;
  readonly description: string | null;
  /** Who gets the requests first, or null for the channel's queue. */
  readonly technician: string | null;
  readonly fields: readonly FormField[];
  /** Whether it stands on the desk's public page. */
  readonly listed: boolean;
}

/** A way in that anybody with its link can use, as often as they like. */
export interface SosCall extends SosCallTerms {
  readonly id: string;
  readonly channel: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly pausedAt: Date | null;
  readonly deletedAt: Date | null;
  /** Of its channel, or null. */
  readonly department: string | null;
}

/** Who changes an SOS Call and under which grant; written in the same transaction. */
export type SosCallAudit = Pick<NewAuditEntry, 'actor' | 'action' | 'revision' | 'from'>;

/** Another SOS Call of the channel has this name already, or one that looks the same. */
export class SosCallNameTaken extends Error {
  readonly other: string;

  constructor(other: string) {
    super(`There is “${other}” already.`);
    this.name = 'SosCallNameTaken';
    this.other = other;
  }
}

/** SOS Calls: named ways in of a channel with a form and a link that stays the same. */
export class SosCallStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Those of some channels, by channel and name. */
  async of(channels: readonly string[]): Promise<readonly SosCall[]> {
    const statement = `${selecting} where s.deleted_at is null and c.deleted_at is null and s.channel = any(:channels)
      order by c.name, lower(s.name), s.id`;
    return (await rowsOf<SosCallRow>(this.#db, statement, { channels })).map(sosCallFrom);
  }

  /** Those on the desk's public page, by department and name. */
  async listed(): Promise<readonly SosCall[]> {
    const statement = `${selecting} where s.deleted_at is null and c.deleted_at is null and s.listed
      order by c.department nulls last, lower(s.name), s.id limit 200`;
    return (await rowsOf<SosCallRow>(this.#db, statement)).map(sosCallFrom);
  }

  /** The one behind a link's token, by its hash; also one that was deleted, so that one can say so. */
  async byToken(tokenHash: string): Promise<SosCall | null> {
    const statement = `${selecting} where s.token_hash = :tokenHash`;
    const row = await rowOf<SosCallRow>(this.#db, statement, { tokenHash });
    return row && sosCallFrom(row);
  }

  async find(id: string): Promise<SosCall | null> {
    const row = await rowOf<SosCallRow>(this.#db, `${selecting} where s.id = :id`, { id });
    return row && sosCallFrom(row);
  }

  /** Opens one; the same id again changes nothing. Throws SosCallNameTaken. */
  async add(
    id: string,
    channel: string,
    tokenHash: string,
    terms: SosCallTerms,
    audit: SosCallAudit,
  ): Promise<void> {
    await this.#named({ id, channel, name: terms.name }, async (tx) => {
      const createdBy = audit.actor.kind === 'technician' ? audit.actor.key : 'desk';
      const added = await rowOf(tx, adding, {
        ...bindingsOf(terms),
        id,
        channel,
        tokenHash,
        createdBy,
      });
      if (added) await auditIn(tx, id, audit, { did: 'created', channel, ...tellable(terms) });
    });
  }

  /** Changes one of a channel; false when there is none. Throws SosCallNameTaken. */
  async edit(
    id: string,
    channel: string,
    terms: SosCallTerms,
    audit: SosCallAudit,
  ): Promise<boolean> {
    return this.#named({ id, channel, name: terms.name }, async (tx) => {
      const edited = await rowOf(tx, editing, { ...bindingsOf(terms), id, channel });
      if (edited) await auditIn(tx, id, audit, { did: 'edited', channel, ...tellable(terms) });
      return edited !== null;
    });
  }

  /** Pauses, resumes or deletes one of a channel; false when there is none. */
  async turn(
    id: string,
    channel: string,
    to: 'paused' | 'resumed' | 'deleted',
    audit: SosCallAudit,
  ): Promise<boolean> {
    return this.#db.transaction(async (tx) => {
      const found = await rowOf(tx, locking, { id, channel });
      if (!found) return false;
      if (await rowOf(tx, turning[to], { id })) await auditIn(tx, id, audit, { did: to, channel });
      return true;
    });
  }

  async #named<T>(
    { id, channel, name }: Pick<SosCall, 'id' | 'channel' | 'name'>,
    act: (tx: Database) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#db.transaction(async (tx) => {
        const other = await otherOfName(tx, 'sos_calls', { name, key: id, channel });
        if (other !== null) throw new SosCallNameTaken(other);
        return act(tx);
      });
    } catch (error) {
      // Names are unique in a channel; of two at once the second hears of it here.
      if (isUniqueViolation(error)) throw new SosCallNameTaken(name);
      throw error;
    }
  }
}

function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('constraint' in error)) return false;
  return error.code === '23505' && error.constraint === 'sos_calls_by_name';
}

async function auditIn(
  tx: Database,
  id: string,
  audit: SosCallAudit,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  await writeAudit(tx, { ...audit, subject: { kind: 'sos-call', key: id }, data });
}

function tellable({ technician, fields, listed, name }: SosCallTerms) {
  return { name, technician, listed, fields: fields.length };
}

function bindingsOf({ name, description, technician, fields, listed }: SosCallTerms) {
  const look = lookOf(name);
  return {
    name: name.trim(),
    look,
    description,
    technician,
    fields: JSON.stringify(fields),
    listed,
  };
}

interface SosCallRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly channel: string;
  readonly technician: string | null;
  readonly fields: readonly FormField[];
  readonly listed: boolean;
  readonly created_by: string;
  readonly created_at: Date;
  readonly paused_at: Date | null;
  readonly deleted_at: Date | null;
  readonly department: string | null;
}

function sosCallFrom(row: SosCallRow): SosCall {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    channel: row.channel,
    technician: row.technician,
    fields: row.fields,
    listed: row.listed,
    createdBy: row.created_by,
    createdAt: row.created_at,
    pausedAt: row.paused_at,
    deletedAt: row.deleted_at,
    department: row.department,
  };
}

// A channel that is deleted takes its SOS Calls along.
const selecting = `
  select s.id, s.name, s.description, s.channel, s.technician, s.fields, s.listed, s.created_by,
    s.created_at, s.paused_at, coalesce(s.deleted_at, c.deleted_at) as deleted_at, c.department
  from sos_calls s join channels c on c.key = s.channel
`;

const adding = `
  insert into sos_calls (id, name, look, description, channel, technician, fields, listed,
    token_hash, created_by)
  values (:id, :name, :look, :description, :channel, :technician, :fields, :listed, :tokenHash, :createdBy)
  on conflict (id) do nothing returning id
`;

const editing = `
  update sos_calls set look = case when name = :name then look else :look end, name = :name,
    description = :description, technician = :technician,
    fields = :fields, listed = :listed, version = version + 1
  where id = :id and channel = :channel and deleted_at is null returning id
`;

const locking = `
  select id from sos_calls where id = :id and channel = :channel and deleted_at is null for update
`;

const turning = {
  paused:
    'update sos_calls set paused_at = clock_timestamp() where id = :id and paused_at is null returning id',
  resumed:
    'update sos_calls set paused_at = null where id = :id and paused_at is not null returning id',
  deleted: 'update sos_calls set deleted_at = clock_timestamp() where id = :id returning id',
};
