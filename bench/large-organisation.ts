import type {
  Assignment,
  Group,
  Organisation,
  Switch,
  Technician,
} from '../policies/organisation.js';
import { sessionActions, toolActions } from '../workflows/domain/policy/actions.js';
import { roles, type Role } from '../workflows/domain/policy/roles.js';

const size = { technicians: 10_000, channels: 500, groups: 400, switches: 200 };

/** An organisation of 10,000 technicians, 500 channels and 200 switches; always the same one. */
export function largeOrganisation(): Organisation {
  const technicians = count(size.technicians, technician);
  const groups = count(size.groups, group);
  const members = (key: number) =>
    technicians.filter((_, index) => index % size.groups === key || index % 397 === key);
  return {
    channels: count(size.channels, (index) => ({ key: `channel-${index}`, name: null })),
    technicians,
    groups: groups.map((found, index) => {
      return { ...found, members: members(index).map(({ key }) => key) };
    }),
    roles: [...count(size.groups * 3, ofGroup), ...count(size.channels, ofManager), ...ofDesk()],
    switches: count(size.switches, oneSwitch),
  };
}

function count<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}

function technician(index: number): Technician {
  return { key: `technician-${index}`, name: null, disabled: index % 50 === 49 };
}

function group(index: number): Group {
  return { key: `group-${index}`, name: null, members: [] };
}

/** Each group works in three channels. */
function ofGroup(index: number): Assignment {
  const to = { kind: 'group', key: `group-${index % size.groups}` } as const;
  return { role: 'channel-technician', to, in: `channel-${(index * 7) % size.channels}` };
}

function ofManager(index: number): Assignment {
  const to = { kind: 'technician', key: `technician-${index * 19}` } as const;
  return { role: 'channel-manager', to, in: `channel-${index}` };
}

/** Ten people hold each of the roles at the desk. */
function ofDesk(): Assignment[] {
  const atDesk: Role[] = ['technician-manager', 'auditor', 'policy-admin', 'owner'];
  return atDesk.flatMap((role, at) =>
    count(10, (index): Assignment => {
      return { role, to: { kind: 'technician', key: `technician-${index * 900 + at}` }, in: '*' };
    }),
  );
}

/** Half for technicians, most others for groups, a few for roles. */
function oneSwitch(index: number): Switch {
  const switchable = [...sessionActions, ...toolActions];
  const action = switchable[index % switchable.length] ?? 'tool.control';
  const set = index % 3 === 0 ? 'off' : 'on';
  return { for: targetOf(index), action, set };
}

function targetOf(index: number): Switch['for'] {
  if (index % 20 === 0) return { kind: 'role', key: roles[(index / 20) % roles.length] ?? 'owner' };
  if (index % 2 === 0) return { kind: 'group', key: `group-${index}` };
  return { kind: 'technician', key: `technician-${index * 31}` };
}
