import { lookOf } from '../../workflows/domain/look-of-name.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { differencesOf } from './differences.js';
import { DirectoryRefusedError } from './directory-refused-error.js';
import { type DirectorySight, everything, sightBindings } from './directory-sight.js';
import type { DirectoryWriter, Doer, OpenChange } from './directory-writer.js';
import { freeKey } from './free-key.js';
import { requireFreeName } from './require-free-name.js';
import { keepingOwner } from './keeps-owner.js';
import type { HeldRole, Source } from './role-store.js';

/** By what a group brings technicians together. */
export type GroupKind = 'customer' | 'experience' | 'skill';

/** All that can be set about a group. */
export interface GroupSettings {
  readonly name: string;
  readonly kind: GroupKind;
  /** The level of support that it stands for, or null. */
  readonly level: number | null;
}

/** A group as its managers see it. */
export interface GroupRecord extends GroupSettings {
  readonly key: string;
  readonly members: readonly { readonly technician: string; readonly source: Source }[];
  readonly roles: readonly Pick<HeldRole, 'role' | 'place' | 'source'>[];
}

/** Groups and who is in them. */
export class GroupStore {
  readonly #db: Database;
  readonly #writer: DirectoryWriter;

  constructor(db: Database, writer: DirectoryWriter) {
    this.#db = db;
    this.#writer = writer;
  }

  /** Every group, by name, with as many of its roles as may be seen. */
  list(sight: DirectorySight): Promise<readonly GroupRecord[]> {
    return rowsOf<GroupRecord>(
      this.#db,
      `${select} order by lower(coalesce(g.name, g.key))`,
      sightBindings(sight),
    );
  }

  find(key: string): Promise<GroupRecord | null> {
    return findIn(this.#db, key);
  }

  /** Makes a group and gives back its key. */
  async create(by: Doer, settings: GroupSettings, members: readonly string[]): Promise<string> {
    return this.#writer.change(by, async (change) => {
      const { name } = settings;
      await requireFreeName(change.tx, 'groups', name, null);
      const key = await freeKey(change.tx, 'groups', name);
      await rowsOf(change.tx, inserting, { ...settings, key, look: lookOf(name) });
      await addMembers(change.tx, key, members);
      await change.audit({ kind: 'group', key }, { created: settings, members });
      return key;
    });
  }

  /** Sets everything about a group. Members whom the sign-in brought stay whether they are named or not. */
  async update(
    by: Doer,
    key: string,
    settings: GroupSettings,
    members: readonly string[],
  ): Promise<void> {
    await this.#writer.change(by, async (change) => {
      const { tx } = change;
      const before = await existing(tx, key);
      const changed = differencesOf<GroupSettings>(before, settings);
      await requireFreeName(tx, 'groups', settings.name, key);
      await rowsOf(tx, updating, { ...settings, key, look: lookOf(settings.name) });
      const moved = movedMembers(before, members);
      await keepingOwner(tx, () => removeMembers(tx, key, moved.removed));
      await addMembers(tx, key, moved.added);
      await auditUpdate(change, key, { changed, ...moved });
    });
  }

  /** Deletes a group with the roles and switches that it holds; not while a channel offers sessions to it. */
  async delete(by: Doer, key: string): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      const { members, name } = await existing(tx, key);
      await requireUnrouted(tx, key);
      const roles = await keepingOwner(tx, () => deleteIn(tx, key));
      await audit(
        { kind: 'group', key },
        { deleted: { name }, roles, members: members.map(({ technician }) => technician) },
      );
    });
  }
}

function findIn(db: Database, key: string): Promise<GroupRecord | null> {
  return rowOf<GroupRecord>(db, `${select} where g.key = :key`, {
    key,
    ...sightBindings(everything),
  });
}

const select = `
  select g.key, coalesce(g.name, g.key) as name, g.kind, g.level,
    (select coalesce(jsonb_agg(jsonb_build_object('technician', technician, 'source', source)
      order by technician), '[]') from group_members where "group" = g.key) as members,
    (select coalesce(jsonb_agg(jsonb_build_object('role', role, 'place', place, 'source', source)
      order by place, role), '[]') from role_assignments
      where holder_kind = 'group' and holder = g.key
        and (cast(:whole as boolean) or place = any(:places))) as roles
  from groups g
`;

const inserting = `
  insert into groups (key, name, look, kind, level) values (:key, :name, :look, :kind, :level)
`;

const updating = `
  update groups set look = case when name = :name then look else :look end, name = :name,
    kind = :kind, level = :level
  where key = :key
`;

async function existing(tx: Database, key: string): Promise<GroupRecord> {
  const found = await findIn(tx, key);
  if (!found) throw new DirectoryRefusedError('group-unknown');
  return found;
}

/** Its tier would have nobody in it, and sessions would wait there for people who cannot come. */
async function requireUnrouted(tx: Database, group: string): Promise<void> {
  const channels = await rowsOf<{ name: string }>(
    tx,
    `select coalesce(name, key) as name from channels c join channel_routing r on r.channel = c.key
     where deleted_at is null and exists (
       select from jsonb_array_elements(document -> 'tiers') as tier
       where tier -> 'groups' @> to_jsonb(cast(:group as text)))
     order by name`,
    { group },
  );
  if (channels.length === 0) return;
  const names = channels.map(({ name }) => name).join(', ');
  throw new DirectoryRefusedError('group-in-routing', `In the routing of ${names}.`);
}

interface MovedMembers {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

function movedMembers(before: GroupRecord, wanted: readonly string[]): MovedMembers {
  const there = new Set(before.members.map(({ technician }) => technician));
  return {
    added: wanted.filter((technician) => !there.has(technician)),
    removed: before.members
      .filter(({ source, technician }) => source === 'person' && !wanted.includes(technician))
      .map(({ technician }) => technician),
  };
}

async function addMembers(
  tx: Database,
  group: string,
  technicians: readonly string[],
): Promise<void> {
  const wanted = [...new Set(technicians)];
  if (wanted.length === 0) return;
  const added = await rowsOf<{ technician: string }>(
    tx,
    `insert into group_members ("group", technician)
     select :group, key from technicians where key = any(:wanted) returning technician`,
    { group, wanted },
  );
  const known = new Set(added.map(({ technician }) => technician));
  const unknown = wanted.filter((technician) => !known.has(technician));
  if (unknown.length === 0) return;
  throw new DirectoryRefusedError('colleague-unknown', `Unknown here: ${unknown.join(', ')}.`);
}

async function removeMembers(
  tx: Database,
  group: string,
  technicians: readonly string[],
): Promise<void> {
  await rowsOf(
    tx,
    'delete from group_members where "group" = :group and technician = any(:technicians)',
    { group, technicians },
  );
}

async function deleteIn(tx: Database, key: string): Promise<readonly object[]> {
  const roles = await rowsOf(
    tx,
    `delete from role_assignments where holder_kind = 'group' and holder = :key
     returning role, place`,
    { key },
  );
  await rowsOf(tx, "delete from switches where target_kind = 'group' and target = :key", { key });
  await rowsOf(tx, 'delete from groups where key = :key', { key });
  return roles;
}

async function auditUpdate(
  { audit }: OpenChange,
  key: string,
  what: MovedMembers & { readonly changed: object },
): Promise<void> {
  const { added, removed, changed } = what;
  if (added.length + removed.length + Object.keys(changed).length === 0) return;
  await audit({ kind: 'group', key }, { changed, added, removed });
}
