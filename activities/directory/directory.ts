import type { SessionTerms } from '../../workflows/domain/session/session.js';
import type { ConsentScope } from '../../workflows/domain/session/vocabulary.js';
import { type Database, preparedRowOf, rowOf, rowsOf } from '../store/database.js';

/** Somebody who answers requests. */
export interface DirectoryTechnician {
  readonly key: string;
  readonly name: string;
  readonly address: string | null;
  readonly language: string | null;
  readonly disabled: boolean;
}

/** Somebody with what changes several times a day. */
export interface KnownTechnician extends DirectoryTechnician {
  readonly availability: 'available' | 'away';
}

/** Where requests arrive. */
export interface DirectoryChannel {
  readonly key: string;
  readonly name: string;
}

/** What a channel promises: the session's terms, and how long its links and codes work, in milliseconds. */
export interface ChannelTerms extends SessionTerms {
  readonly linkLifetimeMs: number;
  readonly codeLifetimeMs: number;
}

/** A role given to a technician or a group, in a channel or at the desk (`*`). */
export interface DirectoryRole {
  readonly role: string;
  readonly holderKind: 'technician' | 'group';
  readonly holder: string;
  readonly place: string;
}

/** An action switched for a role, a group or a technician. */
export interface DirectorySwitch {
  readonly targetKind: 'role' | 'group' | 'technician';
  readonly target: string;
  readonly action: string;
  readonly setting: 'on' | 'off' | 'default';
}

/** The whole organisation, for the policy to be built upon. */
export interface DirectoryContents {
  /** Grows with every change of what stands here. */
  readonly version: number;
  readonly channels: readonly DirectoryChannel[];
  /** Deleted channels: what ended in them is still to be seen by who sees every channel. */
  readonly formerChannels: readonly DirectoryChannel[];
  readonly groups: readonly {
    readonly key: string;
    readonly name: string | null;
    readonly members: readonly string[];
  }[];
  readonly technicians: readonly DirectoryTechnician[];
  readonly roles: readonly DirectoryRole[];
  readonly switches: readonly DirectorySwitch[];
}

/** The parts of the directory that screens show, and what the desk tells people of itself. */
export const directoryParts = [
  'channels',
  'groups',
  'technicians',
  'requesters',
  'notices',
] as const;
export type DirectoryPart = (typeof directoryParts)[number];

/** How often each part has changed, and all that the policy is built upon. */
export type DirectoryVersions = Readonly<Record<DirectoryPart | 'organisation', number>>;

/** Channels, people, groups, roles and switches. */
export class Directory {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Everything, by key. */
  async read(): Promise<DirectoryContents> {
    const found = await rowOf<{ contents: DirectoryContents }>(this.#db, contentsQuery);
    if (!found) throw new Error('The directory gave no answer.');
    return found.contents;
  }

  async technician(key: string): Promise<KnownTechnician | null> {
    return rowOf<KnownTechnician>(
      this.#db,
      'select key, name, address, language, disabled, availability from technicians where key = :key',
      { key },
    );
  }

  /** How often each part has changed; one row, so that looking often costs next to nothing. */
  async versions(): Promise<DirectoryVersions> {
    const found = await rowOf<DirectoryVersions>(this.#db, versionsQuery);
    if (!found) throw new Error('The directory does not say how often it has changed.');
    return found;
  }

  /** What a channel promises, or null when there is no such channel. */
  async termsOf(channel: string): Promise<ChannelTerms | null> {
    const found = await preparedRowOf<TermsRow>(
      this.#db,
      `select t.reconnect_grace_ms, t.consent_timeout_ms, t.reopen_window_ms, t.link_lifetime_ms,
         t.code_lifetime_ms
       from channel_terms t join channels c on c.key = t.channel
       where t.channel = :channel and c.deleted_at is null`,
      { channel },
    );
    return found && termsFrom(found);
  }

  /** What the user may be asked for in each channel, deleted ones too: sessions may be open in them still. */
  async askableScopes(): Promise<ReadonlyMap<string, readonly ConsentScope[]>> {
    const rows = await rowsOf<{ channel: string; scopes: readonly ConsentScope[] }>(
      this.#db,
      'select channel, askable_scopes as scopes from channel_terms',
    );
    return new Map(rows.map(({ channel, scopes }) => [channel, scopes]));
  }

  /** How long a code works, in milliseconds: as the default channel says, for a code is no channel's yet. */
  async codeLifetimeMs(): Promise<number> {
    const found = await rowOf<{ code_lifetime_ms: number }>(
      this.#db,
      `select t.code_lifetime_ms from channel_terms t join channels c on c.key = t.channel
       where c.is_default`,
    );
    return found?.code_lifetime_ms ?? usualCodeLifetimeMs;
  }
}

/** Where no channel is the default one. */
const usualCodeLifetimeMs = 600_000;

/** What of a channel's terms goes along with its sessions. */
export function sessionTermsOf(terms: ChannelTerms): SessionTerms {
  const { reconnectGraceMs, consentTimeoutMs, reopenWindowMs } = terms;
  return { reconnectGraceMs, consentTimeoutMs, reopenWindowMs };
}
interface TermsRow {
  readonly reconnect_grace_ms: number;
  readonly consent_timeout_ms: number;
  /** Postgres gives 64-bit numbers as text. */
  readonly reopen_window_ms: string;
  readonly link_lifetime_ms: string;
  readonly code_lifetime_ms: number;
}

function termsFrom(row: TermsRow): ChannelTerms {
  return {
    reconnectGraceMs: row.reconnect_grace_ms,
    consentTimeoutMs: row.consent_timeout_ms,
    reopenWindowMs: Number(row.reopen_window_ms),
    linkLifetimeMs: Number(row.link_lifetime_ms),
    codeLifetimeMs: row.code_lifetime_ms,
  };
}

const versionsQuery = `
  select organisation::float8, channels::float8, groups::float8, technicians::float8,
    requesters::float8,
    (select coalesce(max(position), 0)::float8 from notices where session_id is null) as notices
  from directory_versions
`;

const contentsQuery = `
  select jsonb_build_object(
    'version', (select organisation from directory_versions),
    'channels', (select coalesce(jsonb_agg(jsonb_build_object('key', key, 'name', name)
      order by key), '[]') from channels where deleted_at is null),
    'formerChannels', (select coalesce(jsonb_agg(jsonb_build_object('key', key, 'name', name)
      order by key), '[]') from channels where deleted_at is not null),
    'groups', (select coalesce(jsonb_agg(jsonb_build_object('key', key, 'name', name,
      'members', (select coalesce(jsonb_agg(technician order by technician), '[]')
        from group_members where "group" = key)) order by key), '[]') from groups),
    'technicians', (select coalesce(jsonb_agg(jsonb_build_object('key', key, 'name', name,
      'address', address, 'language', language, 'disabled', disabled) order by key), '[]')
      from technicians),
    'roles', (select coalesce(jsonb_agg(jsonb_build_object('role', role, 'holderKind', holder_kind,
      'holder', holder, 'place', place) order by role, holder_kind, holder, place), '[]')
      from role_assignments),
    'switches', (select coalesce(jsonb_agg(jsonb_build_object('targetKind', target_kind,
      'target', target, 'action', action, 'setting', setting)
      order by target_kind, target, action), '[]') from switches)
  ) as contents
`;
