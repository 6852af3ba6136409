import type {
  Customer,
  HeldSwitch,
  KnownRequester,
  ManagedChannel,
  ManagedGroup,
  ManagedTechnician,
} from '../app/desk/contract.js';
import { json } from './fake-answers.js';
import { greta, hugo, ivan } from './people.js';

/** What the fake desk knows of channels, groups, technicians and people, and how it takes changes of them. */
export class FakeDirectory {
  readonly channels: ManagedChannel[] = [
    channel('design-mac', 'Design (Mac)', false),
    channel('general', 'General', true),
  ];
  readonly groups: ManagedGroup[] = [
    {
      ...{ key: 'mac-specialists', name: 'Mac specialists', kind: 'skill', level: 2, roles: [] },
      members: [{ person: greta, source: 'person' }],
      abilities: ['manage', 'assign-role'],
    },
  ];
  readonly technicians: ManagedTechnician[] = [
    technician({ person: greta, signedIn: true, openSessions: 2, skills: ['mac', 'colour'] }),
    technician({ person: hugo, availability: 'away' }),
    technician({ person: ivan, disabled: true, abilities: ['edit', 'enable', 'assign-role'] }),
  ];
  readonly customers: Customer[] = [{ key: 'acme', name: 'Acme', requesters: 1 }];
  readonly requesters: KnownRequester[] = [
    requester('Ada Okafor', 'ada@example.org'),
    requester('Ben Silva', null),
  ];
  readonly switches: HeldSwitch[] = [{ action: 'tool.control', setting: 'default' }];

  /** Answers what is asked under `/api/directory`. */
  answer(url: URL, method: string, body: unknown): Response {
    const [, , , area = '', key = '', more = ''] = url.pathname.split('/');
    const given = Object(body) as Record<string, unknown>;
    switch (area) {
      case 'channels':
        return this.#channel(method, key, more, given);
      case 'groups':
        return this.#group(method, key, given);
      case 'technicians':
        return this.#technician(method, key, more, given);
      case 'requesters':
        return more === 'erasure'
          ? this.#erasure(method, key)
          : this.#requester(method, key, given);
      case 'requester-imports':
        return json({ created: 2, updated: 1, unchanged: 0, newCustomers: ['Globex'] });
      case 'customers':
        return this.#customer(method, key, given);
      case 'switches':
        return json({ switches: this.switches.map((one) => ({ ...one, ...given })) });
      default:
        return new Response(null, { status: 204 });
    }
  }

  #channel(method: string, key: string, more: string, given: Record<string, unknown>): Response {
    if (more === 'staff') return json({ staff: [] });
    if (method === 'GET') return json({ channels: this.channels });
    if (method !== 'DELETE') {
      return take(this.channels, key, given, channel(slug(given), '', false));
    }
    remove(this.channels, (one) => one.key === key);
    return json({ moved: 2, to: 'general' });
  }

  #group(method: string, key: string, given: Record<string, unknown>): Response {
    if (method === 'DELETE') {
      remove(this.groups, (one) => one.key === key);
      return new Response(null, { status: 204 });
    }
    if (method === 'GET') return json({ groups: this.groups });
    const members = [greta, hugo, ivan].flatMap((person) =>
      Array.isArray(given['members']) && given['members'].includes(person.key)
        ? [{ person, source: 'person' as const }]
        : [],
    );
    const made: ManagedGroup = {
      ...{ key: slug(given), name: '', kind: 'skill', level: null, roles: [], members },
      abilities: ['manage', 'assign-role'],
    };
    return take(this.groups, key, { ...given, members }, made);
  }

  #technician(method: string, key: string, more: string, given: Record<string, unknown>): Response {
    const at = this.technicians.findIndex(({ person }) => person.key === key);
    const known = this.technicians[at];
    if (method === 'GET') return json({ technicians: this.technicians });
    const name = String(given['name']);
    const person = known?.person ?? { key: slug(given), name, face: '' };
    const disabled = more === 'disable';
    const made = { ...(known ?? technician({ person })), ...given, disabled };
    this.technicians.splice(known ? at : this.technicians.length, known ? 1 : 0, made);
    return json(made);
  }

  #customer(method: string, key: string, given: Record<string, unknown>): Response {
    if (method === 'GET') return json({ customers: this.customers });
    if (method !== 'DELETE') {
      return take(this.customers, key, given, { key: slug(given), name: '', requesters: 0 });
    }
    remove(this.customers, (one) => one.key === key);
    return new Response(null, { status: 204 });
  }

  #erasure(method: string, key: string): Response {
    if (method === 'POST') remove(this.requesters, ({ id }) => id === key);
    return json({ sessions: 2, texts: 9, confirmation: 'a'.repeat(64) });
  }

  #requester(method: string, key: string, given: Record<string, unknown>): Response {
    if (method === 'GET' && key === '') return json({ requesters: this.requesters, next: null });
    const known = this.requesters.find(({ id }) => id === key) ?? requester('', null);
    if (method === 'GET') return json({ requester: known, devices: [], sessions: [] });
    const made = { ...known, ...given };
    if (method === 'POST') this.requesters.push(made);
    else this.requesters.splice(this.requesters.indexOf(known), 1, made);
    return json(made);
  }
}

function take<One extends { readonly key: string }>(
  all: One[],
  key: string,
  given: Record<string, unknown>,
  made: One,
): Response {
  const at = all.findIndex((one) => one.key === key);
  const changed = { ...(all[at] ?? made), ...given };
  all.splice(at < 0 ? all.length : at, at < 0 ? 0 : 1, changed);
  return json(changed);
}

function remove<One>(all: One[], which: (one: One) => boolean): void {
  const at = all.findIndex(which);
  if (at >= 0) all.splice(at, 1);
}

function slug(given: Record<string, unknown>): string {
  return String(given['key'] ?? given['name'])
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}

function channel(key: string, name: string, isDefault: boolean): ManagedChannel {
  return {
    ...{ key, name, isDefault, department: null, description: null, openSessions: 2 },
    ...{ linkLifetimeMinutes: 480, codeLifetimeMinutes: 10, reopenWindowHours: 168 },
    ...{ reconnectGraceSeconds: 60, consentTimeoutSeconds: 30 },
    askableScopes: ['view', 'control', 'clipboard'],
    abilities: isDefault
      ? ['configure', 'staff', 'manage-sos-calls']
      : ['configure', 'staff', 'manage-sos-calls', 'delete', 'make-default'],
  };
}

function technician(
  given: Pick<ManagedTechnician, 'person'> & Partial<ManagedTechnician>,
): ManagedTechnician {
  return {
    ...{ address: `${given.person.key}@example.org`, language: null, disabled: false },
    ...{ availability: 'available', capacity: 3, skills: [], languages: ['en'], bound: true },
    ...{ lastSignInAt: null, signedIn: false, openSessions: 0, groups: [] },
    roles: [{ role: 'channel-technician', channel: 'general', source: 'person' }],
    abilities: ['edit', 'disable', 'assign-role'],
    ...given,
  };
}

function requester(name: string, address: string | null): KnownRequester {
  return {
    ...{ id: crypto.randomUUID(), name, address, language: 'en', customer: 'acme' },
    ...{ department: 'Design', createdAt: new Date().toISOString() },
  };
}
