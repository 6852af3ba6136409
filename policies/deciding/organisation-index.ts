import type { Action } from '../../workflows/domain/policy/actions.js';
import { desk } from '../../workflows/domain/policy/roles.js';
import type {
  Assignment,
  Group,
  Holder,
  Organisation,
  Switch,
  Technician,
} from '../organisation.js';

/** An organisation made ready for looking up one technician at a time. */
export class OrganisationIndex {
  readonly organisation: Organisation;
  /** The switches of roles: whoever holds one of these roles is meant. */
  readonly roleSwitches: readonly Switch[];
  readonly #channels: ReadonlySet<string>;
  readonly #technicians: ReadonlyMap<string, Technician>;
  readonly #groups = new Map<string, Group[]>();
  readonly #roles: ReadonlyMap<string, readonly Assignment[]>;
  readonly #switches: ReadonlyMap<string, readonly Switch[]>;
  /** Gathered when first asked for. */
  readonly #rolesOf = new Map<string, readonly Assignment[]>();

  constructor(organisation: Organisation) {
    this.organisation = organisation;
    this.roleSwitches = organisation.switches.filter((found) => found.for.kind === 'role');
    this.#channels = new Set(organisation.channels.map(({ key }) => key));
    this.#technicians = new Map(organisation.technicians.map((found) => [found.key, found]));
    for (const group of organisation.groups) {
      for (const member of new Set(group.members)) listed(this.#groups, member).push(group);
    }
    this.#roles = Map.groupBy(organisation.roles, ({ to }) => nameOf(to));
    this.#switches = Map.groupBy(organisation.switches, (found) => nameOf(found.for));
  }

  hasChannel(key: string): boolean {
    return this.#channels.has(key);
  }

  technician(key: string): Technician | undefined {
    return this.#technicians.get(key);
  }

  groupsOf(technician: string): readonly Group[] {
    return this.#groups.get(technician) ?? [];
  }

  /** The roles of a technician, their own and their groups', wherever they are held. */
  rolesOf(technician: string): readonly Assignment[] {
    const known = this.#rolesOf.get(technician);
    if (known !== undefined) return known;
    const holders = this.#holders(technician);
    const found = holders.flatMap((holder) => this.#roles.get(nameOf(holder)) ?? []);
    if (this.#technicians.has(technician)) this.#rolesOf.set(technician, found);
    return found;
  }

  /** The roles of a technician that count in a channel: those held there and those at the desk. */
  rolesIn(technician: string, channel: string): readonly Assignment[] {
    return this.rolesOf(technician).filter(({ in: at }) => at === channel || at === desk);
  }

  /** What is said about an action for the technician and their groups, theirs first. */
  switchesFor(technician: string, action: Action): readonly Switch[] {
    const holders = this.#holders(technician);
    return holders.flatMap((holder) =>
      (this.#switches.get(nameOf(holder)) ?? []).filter((found) => found.action === action),
    );
  }

  #holders(technician: string): Holder[] {
    const groups = this.groupsOf(technician).map(({ key }): Holder => ({ kind: 'group', key }));
    return [{ kind: 'technician', key: technician }, ...groups];
  }
}

function nameOf({ kind, key }: { kind: string; key: string }): string {
  return `${kind}:${key}`;
}

function listed<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
