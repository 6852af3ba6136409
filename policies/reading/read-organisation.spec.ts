import { faultLine } from './fault.js';
import { readOrganisation } from './read-organisation.js';

const sound = {
  channels: ['general'],
  groups: [{ key: 'ana', members: ['ana'] }],
  technicians: [
    { key: 'ana', name: 'Ana Moreira' },
    { key: 'otto', disabled: true },
  ],
  roles: [{ role: 'owner', to: 'technician:ana', in: '*' }],
  switches: [{ for: 'group:ana', action: 'tool.view', set: 'off' }],
};

const faultsOf = (text: string) => {
  const read = readOrganisation('org.json', text);
  return read.ok ? [] : read.faults.map(faultLine);
};
const faultsWith = (change: object) => {
  return faultsOf(JSON.stringify({ ...sound, ...change })).map((line) => line.slice(12));
};

describe('An organisation read from JSON', () => {
  it('may give the same key to a technician and a group, and leave names out', () => {
    const read = readOrganisation('org.json', JSON.stringify(sound));
    expect(read).toEqual({
      ok: true,
      value: {
        channels: [{ key: 'general', name: null }],
        groups: [{ key: 'ana', name: null, members: ['ana'] }],
        technicians: [
          { key: 'ana', name: 'Ana Moreira', disabled: false },
          { key: 'otto', name: null, disabled: true },
        ],
        roles: [{ role: 'owner', to: { kind: 'technician', key: 'ana' }, in: '*' }],
        switches: [{ for: { kind: 'group', key: 'ana' }, action: 'tool.view', set: 'off' }],
      },
    });
  });

  it('may have empty groups, and no groups, roles or switches at all', () => {
    expect(faultsWith({ groups: [{ key: 'empty', members: [] }], switches: [] })).toEqual([]);
    expect(faultsOf('{ "channels": [], "technicians": [] }')).toEqual([]);
  });

  it('names the line of a syntax error and of a key written twice', () => {
    expect(faultsOf('{\n  "channels": [,]\n}')[0]).toMatch(/^org\.json:2: not JSON: /);
    expect(faultsOf('{\n  "channels": [],\n  "channels": []\n}')).toEqual([
      'org.json:3: this key is written twice',
    ]);
  });

  it('lists every fault with its line and place', () => {
    const text = [
      '{',
      '  "channels": ["general", "general", "*"],',
      '  "technicians": [{ "key": "ana", "disabled": "yes" }, { "key": "" }],',
      '  "groups": [{ "key": "level-1", "members": ["bruno"] }],',
      '  "roles": [',
      '    { "role": "boss", "to": "technician:ana", "in": "*" },',
      '    { "role": "owner", "to": "ana", "in": "attic" }',
      '  ]',
      '}',
    ];
    expect(faultsOf(text.join('\n'))).toEqual([
      'org.json:2: channels[1]: a second channel "general"',
      'org.json:2: channels[2]: "*" cannot be the key of a channel',
      'org.json:3: technicians[0].disabled: "disabled" must be true or false',
      'org.json:3: technicians[1]: "" cannot be the key of a technician',
      'org.json:4: groups[0].members[0]: "bruno" is not a technician of this organisation',
      'org.json:6: roles[0].role: "boss" is not a role',
      'org.json:7: roles[1].to: "ana" must be technician:KEY or group:KEY',
      'org.json:7: roles[1].in: "attic" is neither a channel nor "*"',
    ]);
  });

  it('refuses a switch on an action that cannot be switched, or that there is not', () => {
    const switched = (action: unknown) =>
      faultsWith({ switches: [{ for: 'technician:ana', action, set: 'on' }] });
    expect(switched('audit.read')).toEqual([
      'switches[0].action: "audit.read" cannot be switched: only session.* and tool.* actions can',
    ]);
    expect(switched('tool.fly')).toEqual(['switches[0].action: "tool.fly" is not an action']);
    expect(switched(7)).toEqual(['switches[0].action: 7 is not an action']);
  });

  it('refuses switches for whom there is not, and settings that there are not', () => {
    const about = (target: string, set = 'on') =>
      faultsWith({ switches: [{ for: target, action: 'tool.view', set }] });
    expect(about('group:gone')).toEqual([
      'switches[0].for: "gone" is not a group of this organisation',
    ]);
    expect(about('technician:general')).toEqual([
      'switches[0].for: "general" is not a technician of this organisation',
    ]);
    expect(about('role:boss')).toEqual(['switches[0].for: "boss" is not a role']);
    expect(about('channel:general')).toEqual([
      'switches[0].for: "channel:general" must be technician:KEY or group:KEY',
    ]);
    expect(about('role:owner', 'maybe')).toEqual([
      'switches[0].set: "maybe" is not on, off or default',
    ]);
  });

  it('refuses two switches that say different things about the same, but not the same twice', () => {
    const off = { for: 'role:owner', action: 'tool.view', set: 'off' };
    expect(faultsWith({ switches: [off, off] })).toEqual([]);
    expect(faultsWith({ switches: [off, { ...off, set: 'on' }] })).toEqual([
      'switches[1]: role:owner tool.view is switched off already and on here',
    ]);
  });

  it('refuses what it would otherwise pass over: a misspelt "disabled" must not leave anybody in', () => {
    expect(faultsWith({ technicians: [{ key: 'ana', disbled: true }] })).toEqual([
      'technicians[0].disbled: "disbled" means nothing here (key, name, disabled)',
    ]);
  });

  it('refuses another shape', () => {
    expect(faultsOf('[]')[0]).toBe(
      'org.json:1: an object with name, channels, groups, technicians, roles, switches expected',
    );
    expect(faultsWith({ technicians: 'ana', groups: [], roles: [], switches: [] })).toEqual([
      'technicians: "technicians" must be a list',
    ]);
  });
});
