import type { Role } from '../../workflows/domain/policy/roles.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { type DirectoryLimits, requireRoom } from './directory-limits.js';
import { DirectoryRefusedError } from './directory-refused-error.js';
import type { DirectoryWriter, Doer, OpenChange } from './directory-writer.js';
import { keepingOwner } from './keeps-owner.js';

/** Whether a person gave it, or the sign-in brings it and takes it away again. */
export type Source = 'person' | 'sign-in';

/** A role of a technician or a group, in a channel or at the desk (`*`). */
export interface GivenRole {
  readonly role: Role;
  readonly kind: 'technician' | 'group';
  readonly holder: string;
  readonly place: string;
}

/** A role with where it comes from. */
export interface HeldRole extends GivenRole {
  readonly source: Source;
}

/** Who has which role where. */
export class RoleStore {
  readonly #db: Database;
  readonly #writer: DirectoryWriter;
  readonly #limits: Pick<DirectoryLimits, 'groupsPerChannel'>;

  constructor(
    db: Database,
    writer: DirectoryWriter,
    limits: Pick<DirectoryLimits, 'groupsPerChannel'>,
  ) {
    this.#db = db;
    this.#writer = writer;
    this.#limits = limits;
  }

  /** The roles held in a place, groups first. */
  in(place: string): Promise<readonly HeldRole[]> {
    return rowsOf<HeldRole>(
      this.#db,
      `select role, holder_kind as kind, holder, place, source from role_assignments
       where place = :place order by holder_kind, holder, role`,
      { place },
    );
  }

  /** The roles that a technician or a group was given, wherever. */
  of(kind: GivenRole['kind'], holder: string): Promise<readonly HeldRole[]> {
    return rowsOf<HeldRole>(
      this.#db,
      `select role, holder_kind as kind, holder, place, source from role_assignments
       where holder_kind = :kind and holder = :holder order by place, role`,
      { kind, holder },
    );
  }

  /** Gives a role; one that is held already stays, and counts as given by a person from now on. */
  async give(by: Doer, given: GivenRole): Promise<void> {
    await this.#writer.change(by, async (change) => {
      const { tx } = change;
      await requirePlace(tx, given.place);
      await requireHolder(tx, given);
      await this.#requireRoom(tx, given);
      const changed = await rowOf(tx, giving, { ...given });
      if (changed) await auditRole(change, given, 'given');
    });
  }

  /** Takes a role away; one that is not held is no fault. */
  async take(by: Doer, taken: GivenRole): Promise<void> {
    await this.#writer.change(by, async (change) => {
      const { tx } = change;
      const held = await rowOf<{ source: Source }>(
        tx,
        `select source from role_assignments where ${same}`,
        { ...taken },
      );
      if (!held) return;
      if (held.source === 'sign-in') throw new DirectoryRefusedError('from-sign-in');
      await keepingOwner(tx, () =>
        rowsOf(tx, `delete from role_assignments where ${same}`, { ...taken }),
      );
      await auditRole(change, taken, 'taken');
    });
  }

  async #requireRoom(tx: Database, { kind, holder, place }: GivenRole): Promise<void> {
    if (kind !== 'group' || place === '*') return;
    const limit = { name: 'LIMIT_GROUPS_PER_CHANNEL', most: this.#limits.groupsPerChannel };
    await requireRoom(
      tx,
      limit,
      `select distinct holder from role_assignments
       where place = :place and holder_kind = 'group' and holder <> :holder`,
      { place, holder },
    );
  }
}

const same = 'role = :role and holder_kind = :kind and holder = :holder and place = :place';

const giving = `
  insert into role_assignments as held (role, holder_kind, holder, place, source)
  values (:role, :kind, :holder, :place, 'person')
  on conflict (role, holder_kind, holder, place) do update set source = 'person'
    where held.source <> 'person'
  returning role
`;

async function requirePlace(tx: Database, place: string): Promise<void> {
  if (place === '*') return;
  const found = await rowOf(tx, 'select from channels where key = :place and deleted_at is null', {
    place,
  });
  if (!found) throw new DirectoryRefusedError('channel-unknown');
}

async function requireHolder(tx: Database, { kind, holder }: GivenRole): Promise<void> {
  const [table, code] =
    kind === 'group'
      ? (['groups', 'group-unknown'] as const)
      : (['technicians', 'colleague-unknown'] as const);
  const found = await rowOf(tx, `select from ${table} where key = :holder`, { holder });
  if (!found) throw new DirectoryRefusedError(code);
}

function auditRole(
  { audit }: OpenChange,
  { role, kind, holder, place }: GivenRole,
  how: 'given' | 'taken',
): Promise<void> {
  return audit({ kind, key: holder }, { [how]: { role, place } });
}
