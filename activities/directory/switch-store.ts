import type { SwitchableAction } from '../../workflows/domain/policy/actions.js';
import type { Setting } from '../../workflows/domain/policy/roles.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { DirectoryRefusedError } from './directory-refused-error.js';
import type { DirectoryWriter, Doer } from './directory-writer.js';

/** An action switched for a technician or a group. */
export interface HeldSwitch {
  readonly kind: 'technician' | 'group';
  readonly holder: string;
  readonly action: SwitchableAction;
  readonly setting: Setting;
}

/** The switches of technicians and groups; those of roles stand in the policy's files. */
export class SwitchStore {
  readonly #db: Database;
  readonly #writer: DirectoryWriter;

  constructor(db: Database, writer: DirectoryWriter) {
    this.#db = db;
    this.#writer = writer;
  }

  /** The switches of a technician or a group, by action. */
  of(kind: HeldSwitch['kind'], holder: string): Promise<readonly HeldSwitch[]> {
    return rowsOf<HeldSwitch>(
      this.#db,
      `select target_kind as kind, target as holder, action, setting from switches
       where target_kind = :kind and target = :holder order by action`,
      { kind, holder },
    );
  }

  /** Sets a switch; one that says nothing (`default`) is no longer there. */
  async set(by: Doer, { kind, holder, action, setting }: HeldSwitch): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      await requireTarget(tx, kind, holder);
      const changed = await rowOf(tx, setting === 'default' ? removing : writing, {
        kind,
        holder,
        action,
        setting,
      });
      if (!changed) return;
      await audit({ kind: 'switch', key: `${kind}:${holder}` }, { action, setting });
    });
  }
}

async function requireTarget(tx: Database, kind: HeldSwitch['kind'], holder: string) {
  const table = kind === 'group' ? 'groups' : 'technicians';
  const found = await rowOf(tx, `select from ${table} where key = :holder`, { holder });
  if (found) return;
  throw new DirectoryRefusedError(kind === 'group' ? 'group-unknown' : 'colleague-unknown');
}

const removing = `
  delete from switches where target_kind = :kind and target = :holder and action = :action
  returning action
`;

const writing = `
  insert into switches as held (target_kind, target, action, setting)
  values (:kind, :holder, :action, :setting)
  on conflict (target_kind, target, action) do update set setting = excluded.setting
    where held.setting <> excluded.setting
  returning action
`;
