import { lookOf } from '../../workflows/domain/look-of-name.js';
import type { ConsentScope } from '../../workflows/domain/session/vocabulary.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { differencesOf } from './differences.js';
import { type DirectoryLimits, requireRoom } from './directory-limits.js';
import { DirectoryRefusedError } from './directory-refused-error.js';
import type { DirectoryWriter, Doer } from './directory-writer.js';
import { freeKey } from './free-key.js';
import { requireFreeName } from './require-free-name.js';

/** All that can be set about a channel, but its staff; times in milliseconds. */
export interface ChannelSettings {
  readonly name: string;
  readonly department: string | null;
  readonly description: string | null;
  readonly linkLifetimeMs: number;
  readonly codeLifetimeMs: number;
  readonly reopenWindowMs: number;
  readonly reconnectGraceMs: number;
  readonly consentTimeoutMs: number;
  /** What a user may be asked for in this channel; to see the screen always is. */
  readonly askableScopes: readonly ConsentScope[];
}

/** A channel as its managers see it. */
export interface ChannelRecord extends ChannelSettings {
  readonly key: string;
  readonly isDefault: boolean;
  readonly openSessions: number;
}

/** Channels and their terms. A deleted one stays as a row, for what was done in it is still asked about. */
export class ChannelStore {
  readonly #db: Database;
  readonly #writer: DirectoryWriter;
  readonly #limits: Pick<DirectoryLimits, 'channels'>;

  constructor(db: Database, writer: DirectoryWriter, limits: Pick<DirectoryLimits, 'channels'>) {
    this.#db = db;
    this.#writer = writer;
    this.#limits = limits;
  }

  /** Those of the named channels that are not deleted, by name. */
  async list(keys: readonly string[]): Promise<readonly ChannelRecord[]> {
    const rows = await rowsOf<ChannelRow>(
      this.#db,
      `${select} and c.key = any(:keys) order by lower(c.name)`,
      { keys },
    );
    return rows.map(recordOf);
  }

  async find(key: string): Promise<ChannelRecord | null> {
    return findIn(this.#db, key);
  }

  /** The channel that catches what belongs nowhere, or null as long as there is none. */
  async defaultKey(): Promise<string | null> {
    const found = await rowOf<{ key: string }>(
      this.#db,
      'select key from channels where is_default',
    );
    return found?.key ?? null;
  }

  /** Makes a channel and gives back its key; the first one of all is the default. */
  async create(by: Doer, settings: ChannelSettings): Promise<string> {
    return this.#writer.change(by, async ({ tx, audit }) => {
      const limit = { name: 'LIMIT_CHANNELS', most: this.#limits.channels };
      await requireRoom(tx, limit, 'select from channels where deleted_at is null');
      await requireFreeName(tx, 'channels', settings.name, null);
      const key = await freeKey(tx, 'channels', settings.name);
      await rowsOf(tx, inserting, bindingsOf(key, settings));
      await audit({ kind: 'channel', key }, { created: settings });
      return key;
    });
  }

  async update(by: Doer, key: string, settings: ChannelSettings): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      const before = await existing(tx, key);
      const changed = differencesOf<ChannelSettings>(before, settings);
      if (Object.keys(changed).length === 0) return;
      await requireFreeName(tx, 'channels', settings.name, key);
      await rowsOf(tx, updating, bindingsOf(key, settings));
      await audit({ kind: 'channel', key }, { changed });
    });
  }

  /** Lets a channel catch what belongs nowhere, instead of the one that has until now. */
  async makeDefault(by: Doer, key: string): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      const { isDefault } = await existing(tx, key);
      if (isDefault) return;
      const former = await rowsOf<{ key: string }>(
        tx,
        'update channels set is_default = false where is_default returning key',
      );
      await rowsOf(tx, 'update channels set is_default = true where key = :key', { key });
      await audit({ kind: 'channel', key }, { isDefault: true, instead: former[0]?.key ?? null });
    });
  }

  /** Deletes a channel that has no open session any more; the roles held in it go with it. */
  async delete(by: Doer, key: string): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      const { isDefault, openSessions, name } = await existing(tx, key);
      if (isDefault) throw new DirectoryRefusedError('default-channel');
      if (openSessions > 0) throw new DirectoryRefusedError('channel-not-empty');
      const roles = await rowsOf(
        tx,
        `delete from role_assignments where place = :key
         returning role, holder_kind as kind, holder`,
        { key },
      );
      await rowsOf(tx, 'update channels set deleted_at = clock_timestamp() where key = :key', {
        key,
      });
      await audit({ kind: 'channel', key }, { deleted: { name }, roles });
    });
  }
}

async function findIn(db: Database, key: string): Promise<ChannelRecord | null> {
  const row = await rowOf<ChannelRow>(db, `${select} and c.key = :key`, { key });
  return row && recordOf(row);
}

async function existing(tx: Database, key: string): Promise<ChannelRecord> {
  const found = await findIn(tx, key);
  if (!found) throw new DirectoryRefusedError('channel-unknown');
  return found;
}

/** Postgres gives 64-bit numbers as text. */
interface ChannelRow {
  readonly key: string;
  readonly name: string;
  readonly department: string | null;
  readonly description: string | null;
  readonly is_default: boolean;
  readonly link_lifetime_ms: string;
  readonly code_lifetime_ms: number;
  readonly reopen_window_ms: string;
  readonly reconnect_grace_ms: number;
  readonly consent_timeout_ms: number;
  readonly askable_scopes: readonly ConsentScope[];
  readonly open_sessions: number;
}

const select = `
  select c.key, c.name, c.department, c.description, c.is_default, t.link_lifetime_ms,
    t.code_lifetime_ms, t.reopen_window_ms, t.reconnect_grace_ms, t.consent_timeout_ms,
    t.askable_scopes,
    (select count(*)::int from sessions s where s.channel = c.key and s.ended_at is null)
      as open_sessions
  from channels c join channel_terms t on t.channel = c.key
  where c.deleted_at is null
`;

function recordOf(row: ChannelRow): ChannelRecord {
  return {
    key: row.key,
    name: row.name,
    department: row.department,
    description: row.description,
    isDefault: row.is_default,
    linkLifetimeMs: Number(row.link_lifetime_ms),
    codeLifetimeMs: row.code_lifetime_ms,
    reopenWindowMs: Number(row.reopen_window_ms),
    reconnectGraceMs: row.reconnect_grace_ms,
    consentTimeoutMs: row.consent_timeout_ms,
    askableScopes: row.askable_scopes,
    openSessions: row.open_sessions,
  };
}

function bindingsOf(key: string, settings: ChannelSettings): Readonly<Record<string, unknown>> {
  return { ...settings, key, look: lookOf(settings.name) };
}

const inserting = `
  with made as (
    insert into channels (key, name, look, department, description, is_default)
    values (:key, :name, :look, :department, :description,
      not exists (select from channels where is_default))
    returning key
  )
  insert into channel_terms (channel, reconnect_grace_ms, consent_timeout_ms, reopen_window_ms,
    link_lifetime_ms, code_lifetime_ms, askable_scopes)
  select key, :reconnectGraceMs, :consentTimeoutMs, :reopenWindowMs, :linkLifetimeMs,
    :codeLifetimeMs, cast(:askableScopes as text[])
  from made
`;

const updating = `
  with terms as (
    update channel_terms set reconnect_grace_ms = :reconnectGraceMs,
      consent_timeout_ms = :consentTimeoutMs, reopen_window_ms = :reopenWindowMs,
      link_lifetime_ms = :linkLifetimeMs, code_lifetime_ms = :codeLifetimeMs,
      askable_scopes = cast(:askableScopes as text[])
    where channel = :key
  )
  update channels set look = case when name = :name then look else :look end, name = :name,
    department = :department, description = :description
  where key = :key
`;
