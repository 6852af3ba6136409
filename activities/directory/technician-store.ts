import { type Database, rowOf, rowsOf } from '../store/database.js';
import { differencesOf } from './differences.js';
import { type DirectoryLimits, requireRoom } from './directory-limits.js';
import { DirectoryRefusedError } from './directory-refused-error.js';
import { type DirectorySight, everything, sightBindings } from './directory-sight.js';
import type { DirectoryWriter, Doer } from './directory-writer.js';
import { keepingOwner } from './keeps-owner.js';
import type { HeldRole, Source } from './role-store.js';

/** Whether somebody takes work that is offered. */
export type Availability = 'available' | 'away';

/** All that can be set about a technician, but their roles and groups. */
export interface TechnicianSettings {
  readonly name: string;
  readonly address: string | null;
  readonly language: string | null;
  readonly availability: Availability;
  /** How many sessions at once they are offered. */
  readonly capacity: number;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
}

/** A technician as those who manage people see them. */
export interface TechnicianRecord extends TechnicianSettings {
  readonly key: string;
  readonly disabled: boolean;
  /** Whether the identity provider has told who they are there. */
  readonly bound: boolean;
  readonly lastSignInAt: Date | null;
  readonly openSessions: number;
  readonly groups: readonly { readonly key: string; readonly source: Source }[];
  /** Their own, without their groups'. */
  readonly roles: readonly Pick<HeldRole, 'role' | 'place' | 'source'>[];
}

/** Somebody new. */
export interface NewTechnician extends TechnicianSettings {
  /** By this name they are known at the identity provider until their first sign-in. */
  readonly key: string;
}

/** The people who answer requests. */
export class TechnicianStore {
  readonly #db: Database;
  readonly #writer: DirectoryWriter;
  readonly #limits: Pick<DirectoryLimits, 'technicians'>;

  constructor(db: Database, writer: DirectoryWriter, limits: Pick<DirectoryLimits, 'technicians'>) {
    this.#db = db;
    this.#writer = writer;
    this.#limits = limits;
  }

  /** Everybody, by name, with as much of them as may be seen. */
  list(sight: DirectorySight): Promise<readonly TechnicianRecord[]> {
    return rowsOf<TechnicianRecord>(
      this.#db,
      `${select} order by lower(t.name), t.key`,
      sightBindings(sight),
    );
  }

  find(key: string): Promise<TechnicianRecord | null> {
    return findIn(this.#db, key);
  }

  async invite(by: Doer, technician: NewTechnician): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      await requireRoomForTechnician(tx, this.#limits);
      const { key, name, address, ...settings } = technician;
      await rowsOf(tx, inserting, { ...technician });
      await audit({ kind: 'technician', key }, { invited: settings }, textsOf({ name, address }));
    });
  }

  async update(by: Doer, key: string, settings: TechnicianSettings): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      const before = await existing(tx, key);
      const { name, address, ...changed } = differencesOf<TechnicianSettings>(before, settings);
      const renamed = [...(name ? ['name'] : []), ...(address ? ['address'] : [])];
      if (renamed.length + Object.keys(changed).length === 0) return;
      await rowsOf(tx, updating, { key, ...settings });
      const texts = renamed.length > 0 ? textsOf(settings) : {};
      await audit({ kind: 'technician', key }, { changed, renamed }, texts);
    });
  }

  /** Ends somebody's access: they are signed out everywhere in the same moment. */
  async disable(by: Doer, key: string): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      if ((await existing(tx, key)).disabled) return;
      await keepingOwner(tx, () =>
        rowsOf(tx, 'update technicians set disabled = true where key = :key', { key }),
      );
      await audit(
        { kind: 'technician', key },
        { disabled: true, signInsEnded: await endSignIns(tx, key) },
      );
    });
  }

  async enable(by: Doer, key: string): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      if (!(await existing(tx, key)).disabled) return;
      await rowsOf(tx, 'update technicians set disabled = false where key = :key', { key });
      await audit({ kind: 'technician', key }, { disabled: false });
    });
  }

  /** Says whether work may be offered. */
  async setAvailability(by: Doer, key: string, availability: Availability): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      const before = await existing(tx, key);
      if (before.availability === availability) return;
      await rowsOf(tx, 'update technicians set availability = :availability where key = :key', {
        key,
        availability,
      });
      await audit({ kind: 'technician', key }, { availability });
    });
  }

  /** Forgets who they are at the identity provider: who it was is signed out, and the next sign-in binds them anew. */
  async forgetIdentity(by: Doer, key: string): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      if (!(await existing(tx, key)).bound) return;
      await rowsOf(tx, 'update technicians set subject = null where key = :key', { key });
      await audit(
        { kind: 'technician', key },
        { identity: 'forgotten', signInsEnded: await endSignIns(tx, key) },
      );
    });
  }
}

/** Signs somebody out everywhere; gives how often they were signed in. */
async function endSignIns(tx: Database, technician: string): Promise<number> {
  const ended = await rowsOf(
    tx,
    'delete from staff_sessions where technician = :technician returning 1 as ended',
    { technician },
  );
  return ended.length;
}

/** Throws where there are as many technicians as there may be. */
export async function requireRoomForTechnician(
  tx: Database,
  { technicians }: Pick<DirectoryLimits, 'technicians'>,
): Promise<void> {
  const limit = { name: 'LIMIT_TECHNICIANS', most: technicians };
  await requireRoom(tx, limit, 'select from technicians');
}

function findIn(db: Database, key: string): Promise<TechnicianRecord | null> {
  return rowOf<TechnicianRecord>(db, `${select} where t.key = :key`, {
    key,
    ...sightBindings(everything),
  });
}

async function existing(tx: Database, key: string): Promise<TechnicianRecord> {
  const found = await findIn(tx, key);
  if (!found) throw new DirectoryRefusedError('colleague-unknown');
  return found;
}

function textsOf({ name, address }: Pick<TechnicianSettings, 'name' | 'address'>) {
  return address === null ? { name } : { name, address };
}

const select = `
  select t.key, t.name, case when cast(:whole as boolean) then t.address end as address, t.language,
    t.disabled, t.availability, t.capacity, t.skills, t.languages, t.subject is not null as bound,
    case when cast(:whole as boolean) then t.last_sign_in_at end as "lastSignInAt",
    (select count(*)::int from sessions s where s.assignee = t.key and s.ended_at is null)
      as "openSessions",
    (select coalesce(jsonb_agg(jsonb_build_object('key', "group", 'source', source)
      order by "group"), '[]') from group_members where technician = t.key) as groups,
    (select coalesce(jsonb_agg(jsonb_build_object('role', role, 'place', place, 'source', source)
      order by place, role), '[]') from role_assignments
      where holder_kind = 'technician' and holder = t.key
        and (cast(:whole as boolean) or place = any(:places))) as roles
  from technicians t
`;

const inserting = `
  insert into technicians
    (key, name, address, language, availability, capacity, skills, languages)
  values (:key, :name, :address, :language, :availability, :capacity, :skills, :languages)
`;

const updating = `
  update technicians set name = :name, address = :address, language = :language,
    availability = :availability, capacity = :capacity, skills = :skills, languages = :languages
  where key = :key
`;
