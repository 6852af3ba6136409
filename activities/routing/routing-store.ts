import type { Authorizer } from '../../policies/authorize.js';
import { type ChannelRouting, openQueue } from '../../workflows/domain/routing/channel-routing.js';
import type { OpenChannels } from '../../workflows/domain/routing/choose-channel.js';
import type { RoutingRead } from '../../workflows/domain/routing/document-reader.js';
import {
  type KnownPeople,
  readChannelRouting,
} from '../../workflows/domain/routing/read-channel-routing.js';
import {
  type KnownPlaces,
  readRoutingRules,
} from '../../workflows/domain/routing/read-routing-rules.js';
import { noRules, type RoutingRules } from '../../workflows/domain/routing/routing-rules.js';
import type { StaffMember } from '../../workflows/domain/routing/staff.js';
import type { DirectoryWriter, Doer } from '../directory/directory-writer.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { staffSnapshot } from './staff-snapshot.js';

/** How requests find their channel, and sessions of a channel their technician. */
export class RoutingStore {
  readonly #db: Database;
  readonly #writer: DirectoryWriter;

  constructor(db: Database, writer: DirectoryWriter) {
    this.#db = db;
    this.#writer = writer;
  }

  /** The desk's rules. */
  async rules(): Promise<RoutingRules> {
    const found = await rowOf<{ document: RoutingRules }>(
      this.#db,
      'select document from routing_rules',
    );
    return found?.document ?? noRules;
  }

  /** The routing of a channel; an open queue where nobody has set any. */
  channel(channel: string): Promise<ChannelRouting> {
    return channelRoutingIn(this.#db, channel);
  }

  /** Where requests can go. */
  openChannels(): Promise<OpenChannels> {
    return openChannelsIn(this.#db);
  }

  /** Everybody of the desk as routing sees them now, for a channel. */
  staff(authorizer: Authorizer, channel: string): Promise<readonly StaffMember[]> {
    return staffSnapshot(this.#db, authorizer, channel);
  }

  /** Puts new rules in place of the old, or tells everything that is wrong with them. */
  putRules(by: Doer, document: unknown): Promise<RoutingRead<RoutingRules>> {
    return this.#writer.change(by, async ({ tx, audit }) => {
      const read = readRoutingRules(document, await knownPlaces(tx));
      if (!read.ok) return read;
      await rowsOf(tx, puttingRules, { document: JSON.stringify(read.value) });
      await audit({ kind: 'routing', key: 'rules' }, { rules: read.value.rules.length });
      return read;
    });
  }

  /** Puts a channel's new routing in place of the old, or tells everything that is wrong with it. */
  putChannel(by: Doer, channel: string, document: unknown): Promise<RoutingRead<ChannelRouting>> {
    return this.#writer.change(by, async ({ tx, audit }) => {
      const read = readChannelRouting(document, await knownPeople(tx));
      if (!read.ok) return read;
      await rowsOf(tx, puttingChannel, { channel, document: JSON.stringify(read.value) });
      await audit({ kind: 'routing', key: channel }, { routing: read.value });
      return read;
    });
  }
}

/** The routing of a channel, within a transaction or without. */
export async function channelRoutingIn(db: Database, channel: string): Promise<ChannelRouting> {
  const found = await rowOf<{ document: ChannelRouting }>(
    db,
    'select document from channel_routing where channel = :channel',
    { channel },
  );
  return found?.document ?? openQueue;
}

/** The channels that are open, and the one that catches what goes nowhere else. */
export async function openChannelsIn(db: Database): Promise<OpenChannels> {
  const rows = await rowsOf<{ key: string; is_default: boolean }>(
    db,
    'select key, is_default from channels where deleted_at is null order by is_default desc, key',
  );
  return { keys: rows.map(({ key }) => key), default: rows[0]?.key ?? '' };
}

async function knownPeople(db: Database): Promise<KnownPeople> {
  return {
    groups: await keysIn(db, 'select key from groups'),
    technicians: await keysIn(db, 'select key from technicians'),
  };
}

async function knownPlaces(db: Database): Promise<KnownPlaces> {
  return {
    channels: new Set((await openChannelsIn(db)).keys),
    customers: await keysIn(db, 'select key from customers'),
    sosCalls: await keysIn(db, 'select id as key from sos_calls where deleted_at is null'),
  };
}

async function keysIn(db: Database, statement: string): Promise<ReadonlySet<string>> {
  return new Set((await rowsOf<{ key: string }>(db, statement)).map(({ key }) => key));
}

const puttingRules = `
  insert into routing_rules (document) values (:document)
  on conflict (one) do update set document = excluded.document, changed_at = clock_timestamp()
`;

const puttingChannel = `
  insert into channel_routing (channel, document) values (:channel, :document)
  on conflict (channel) do update
    set document = excluded.document, changed_at = clock_timestamp()
`;
