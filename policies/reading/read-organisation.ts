import { isSwitchable } from '../../workflows/domain/policy/actions.js';
import { desk, isRole, isSetting } from '../../workflows/domain/policy/roles.js';
import type { Read } from './fault.js';
import type { Path } from './json-document.js';
import { quoted, readJsonWith, type Fields, type JsonReader } from './json-reader.js';
import type {
  Assignment,
  Channel,
  Group,
  Holder,
  Organisation,
  Switch,
  Technician,
} from '../organisation.js';
import { switchFault } from './switch-fault.js';

/** Reads an organisation from JSON text; every fault comes with its line. */
export function readOrganisation(file: string, text: string): Read<Organisation> {
  return readJsonWith(file, text, (reader) => new OrganisationReader(reader).read());
}

/** Goes through a document once and gathers the organisation together with everything wrong in it. */
class OrganisationReader {
  readonly #reader: JsonReader;
  readonly #known = { channel: new Set<string>(), group: new Set(), technician: new Set<string>() };

  constructor(reader: JsonReader) {
    this.#reader = reader;
  }

  read(): Organisation {
    const top = this.#reader.closedObject(
      this.#reader.top,
      [],
      ['name', 'channels', 'groups', 'technicians', 'roles', 'switches'],
    );
    const organisation: Organisation = {
      channels: this.#reader.list(top, ['channels'], (value, path) => this.#channel(value, path)),
      technicians: this.#reader.list(top, ['technicians'], (value, path) =>
        this.#technician(value, path),
      ),
      groups: this.#reader.list(top, ['groups'], (value, path) => this.#group(value, path)),
      roles: this.#reader.list(top, ['roles'], (value, path) => this.#assignment(value, path)),
      switches: this.#reader.list(top, ['switches'], (value, path) => this.#switch(value, path)),
    };
    this.#refuseContradictions(organisation.switches);
    return organisation;
  }

  #channel(value: unknown, path: Path): Channel | null {
    const fields = typeof value === 'string' ? { key: value } : value;
    const read = this.#reader.closedObject(fields, path, ['key', 'name']);
    const key = this.#newKey('channel', read, path);
    return key === null ? null : { key, name: this.#name(read, path) };
  }

  #technician(value: unknown, path: Path): Technician | null {
    const read = this.#reader.closedObject(value, path, ['key', 'name', 'disabled']);
    const key = this.#newKey('technician', read, path);
    const disabled = read['disabled'] ?? false;
    if (typeof disabled !== 'boolean') {
      this.#reader.fault([...path, 'disabled'], '"disabled" must be true or false');
      return null;
    }
    return key === null ? null : { key, name: this.#name(read, path), disabled };
  }

  #group(value: unknown, path: Path): Group | null {
    const read = this.#reader.closedObject(value, path, ['key', 'name', 'members']);
    const key = this.#newKey('group', read, path);
    const members = this.#reader.list(read, [...path, 'members'], (member, at) =>
      this.#member(member, at),
    );
    return key === null ? null : { key, name: this.#name(read, path), members };
  }

  #member(value: unknown, path: Path): string | null {
    if (typeof value === 'string' && this.#known.technician.has(value)) return value;
    return this.#reader.fault(path, `${quoted(value)} is not a technician of this organisation`);
  }

  #assignment(value: unknown, path: Path): Assignment | null {
    const read = this.#reader.closedObject(value, path, ['role', 'to', 'in']);
    const role = read['role'];
    const place = read['in'];
    const to = this.#holder(read['to'], [...path, 'to']);
    const known = typeof role === 'string' && isRole(role);
    if (!known) this.#reader.fault([...path, 'role'], `${quoted(role)} is not a role`);
    const there = typeof place === 'string' && (place === desk || this.#known.channel.has(place));
    if (!there)
      this.#reader.fault([...path, 'in'], `${quoted(place)} is neither a channel nor "*"`);
    return known && there && to !== null ? { role, to, in: place } : null;
  }

  #switch(value: unknown, path: Path): Switch | null {
    const read = this.#reader.closedObject(value, path, ['for', 'action', 'set']);
    const target = this.#target(read['for'], [...path, 'for']);
    const action = read['action'];
    const set = read['set'];
    const actionKnown = typeof action === 'string' && isSwitchable(action);
    if (!actionKnown) this.#reader.fault([...path, 'action'], switchFault(action));
    const setKnown = typeof set === 'string' && isSetting(set);
    if (!setKnown) this.#reader.fault([...path, 'set'], `${quoted(set)} is not on, off or default`);
    return target !== null && actionKnown && setKnown ? { for: target, action, set } : null;
  }

  #target(value: unknown, path: Path): Switch['for'] | null {
    const role = typeof value === 'string' && value.startsWith('role:') ? value.slice(5) : null;
    if (role === null) return this.#holder(value, path);
    if (isRole(role)) return { kind: 'role', key: role };
    return this.#reader.fault(path, `${quoted(role)} is not a role`);
  }

  #holder(value: unknown, path: Path): Holder | null {
    const found = typeof value === 'string' ? /^(technician|group):(.*)$/s.exec(value) : null;
    const kind = found?.[1] === 'group' ? 'group' : 'technician';
    const key = found?.[2];
    if (key === undefined) {
      return this.#reader.fault(path, `${quoted(value)} must be technician:KEY or group:KEY`);
    }
    if (this.#known[kind].has(key)) return { kind, key };
    return this.#reader.fault(path, `${quoted(key)} is not a ${kind} of this organisation`);
  }

  #newKey(kind: 'channel' | 'group' | 'technician', fields: Fields, path: Path): string | null {
    const key = fields['key'];
    if (typeof key !== 'string' || !isKey(key)) {
      return this.#reader.fault(path, `${quoted(key)} cannot be the key of a ${kind}`);
    }
    if (this.#known[kind].has(key))
      return this.#reader.fault(path, `a second ${kind} ${quoted(key)}`);
    this.#known[kind].add(key);
    return key;
  }

  #name(fields: Fields, path: Path): string | null {
    const name = fields['name'] ?? null;
    if (name === null || typeof name === 'string') return name;
    return this.#reader.fault([...path, 'name'], '"name" must be a text');
  }

  /** The same switch twice is harmless; two that say different things would leave it to chance. */
  #refuseContradictions(switches: readonly Switch[]): void {
    const said = new Map<string, Switch['set']>();
    switches.forEach((found, index) => {
      const about = `${found.for.kind}:${found.for.key} ${found.action}`;
      const before = said.get(about);
      said.set(about, found.set);
      if (before === undefined || before === found.set) return;
      const message = `${about} is switched ${before} already and ${found.set} here`;
      this.#reader.fault(['switches', index], message);
    });
  }
}

/** Keys stand in files, addresses and logs: no control characters, no blanks around, and never `*`. */
function isKey(text: string): boolean {
  return text !== '' && text !== desk && text.trim() === text && !/[\p{Cc}]|^#/u.test(text);
}
