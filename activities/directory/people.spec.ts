import { rowsOf } from '../store/database.js';
import { everything } from './directory-sight.js';
import { doer, openTestDirectory, type TestDirectory } from './directory-testing.js';
import type { NewTechnician } from './technician-store.js';

const pia: NewTechnician = {
  key: 'pia',
  name: 'Pia Lundgren',
  address: 'pia@northwind.example',
  language: 'en',
  availability: 'available',
  capacity: 2,
  skills: ['macos'],
  languages: ['sv', 'en'],
};

describe('Technicians, groups, roles and switches', () => {
  let test: TestDirectory;

  beforeEach(async () => {
    test = await openTestDirectory({ channels: 10, technicians: 16, groupsPerChannel: 3 });
  });

  afterEach(async () => {
    await test.close();
  });

  const refused = (code: string) => jasmine.objectContaining({ code });
  const full = (detail: string) => jasmine.objectContaining({ code: 'limit-reached', detail });

  it('are invited up to the limit, once for each key and address; the audit keeps names apart', async () => {
    const { technicians } = test.stores;
    await technicians.invite(doer('technician.invite'), pia);
    expect(await technicians.find('pia')).toEqual(
      jasmine.objectContaining({ ...pia, disabled: false, bound: false, roles: [], groups: [] }),
    );
    const [entry] = await test.audited('technician', 'pia');
    expect(JSON.stringify(entry)).not.toContain('Lundgren');
    await expectAsync(
      technicians.invite(doer('technician.invite'), { ...pia, key: 'rui', address: null }),
    ).toBeRejectedWith(full('LIMIT_TECHNICIANS is 16.'));
  });

  it('cannot share a key or an address', async () => {
    const { technicians } = test.stores;
    await technicians.invite(doer('technician.invite'), pia).catch(fail);
    await rowsOf(test.database.owner, "delete from technicians where key = 'otto'");
    await expectAsync(
      technicians.invite(doer('technician.invite'), { ...pia, address: null }),
    ).toBeRejectedWith(refused('key-taken'));
    await expectAsync(
      technicians.invite(doer('technician.invite'), {
        ...pia,
        key: 'rui',
        address: 'PIA@northwind.example',
      }),
    ).toBeRejectedWith(refused('address-taken'));
  });

  it('lose every sign-in in the moment in which they are disabled', async () => {
    await rowsOf(
      test.database.owner,
      `insert into staff_sessions (id_hash, technician, csrf_token, expires_at)
       values ('a', 'ana', 'x', now() + interval '1 hour'), ('b', 'bruno', 'x', now() + interval '1 hour')`,
    );
    await test.stores.technicians.disable(doer('technician.disable'), 'ana');
    const left = await rowsOf(test.database.owner, 'select technician from staff_sessions');
    expect(left).toEqual([{ technician: 'bruno' }]);
    const [entry] = await test.audited('technician', 'ana');
    expect(entry?.data).toEqual({ disabled: true, signInsEnded: 1 });
  });

  it('always keep an owner who can sign in', async () => {
    const { technicians, roles, groups } = test.stores;
    const owner = { role: 'owner', kind: 'technician', holder: 'nora', place: '*' } as const;
    await expectAsync(technicians.disable(doer('technician.disable'), 'nora')).toBeRejectedWith(
      refused('last-owner'),
    );
    await expectAsync(roles.take(doer('technician.assign-role'), owner)).toBeRejectedWith(
      refused('last-owner'),
    );
    await roles.give(doer('technician.assign-role'), {
      role: 'owner',
      kind: 'group',
      holder: 'level-2',
      place: '*',
    });
    await roles.take(doer('technician.assign-role'), owner);
    const level2 = { name: 'Level 2', kind: 'experience', level: 2 } as const;
    await expectAsync(groups.update(doer('group.manage'), 'level-2', level2, [])).toBeRejectedWith(
      refused('last-owner'),
    );
    await expectAsync(groups.delete(doer('group.manage'), 'level-2')).toBeRejectedWith(
      refused('last-owner'),
    );
    expect((await groups.find('level-2'))?.members).toHaveSize(2);
  });

  it('hold roles only where there is such a place and such a holder', async () => {
    const { roles } = test.stores;
    const role = { role: 'channel-technician', kind: 'group' } as const;
    const by = doer('channel.staff');
    await expectAsync(
      roles.give(by, { ...role, holder: 'level-1', place: 'nowhere' }),
    ).toBeRejectedWith(refused('channel-unknown'));
    await expectAsync(
      roles.give(by, { ...role, holder: 'nobody', place: 'stores' }),
    ).toBeRejectedWith(refused('group-unknown'));
    await expectAsync(
      roles.give(by, { ...role, kind: 'technician', holder: 'nobody', place: 'stores' }),
    ).toBeRejectedWith(refused('colleague-unknown'));
  });

  it('put so many groups into a channel and no more', async () => {
    const { roles } = test.stores;
    const give = (holder: string, role: 'channel-technician' | 'channel-manager') =>
      roles.give(doer('channel.staff'), { role, kind: 'group', holder, place: 'general' });
    await give('contractors', 'channel-technician');
    await give('contractors', 'channel-manager');
    await expectAsync(give('night-shift', 'channel-technician')).toBeRejectedWith(
      full('LIMIT_GROUPS_PER_CHANNEL is 3.'),
    );
  });

  it('leave what the sign-in brought to the sign-in', async () => {
    await rowsOf(
      test.database.owner,
      `update role_assignments set source = 'sign-in' where holder = 'lena'`,
    );
    await rowsOf(
      test.database.owner,
      `update group_members set source = 'sign-in' where "group" = 'level-1' and technician = 'ana'`,
    );
    await expectAsync(
      test.stores.roles.take(doer('technician.assign-role'), {
        role: 'auditor',
        kind: 'technician',
        holder: 'lena',
        place: '*',
      }),
    ).toBeRejectedWith(refused('from-sign-in'));
    const { groups } = test.stores;
    const level1 = { name: 'Level 1', kind: 'experience', level: 1 } as const;
    await groups.update(doer('group.manage'), 'level-1', level1, ['bruno', 'hugo']);
    expect((await groups.find('level-1'))?.members).toEqual([
      { technician: 'ana', source: 'sign-in' },
      { technician: 'bruno', source: 'person' },
      { technician: 'hugo', source: 'person' },
    ]);
    const [entry] = await test.audited('group', 'level-1');
    expect(entry?.data).toEqual({ changed: {}, added: ['hugo'], removed: ['carla', 'davi'] });
  });

  it('refuse a group whose members nobody knows, and keep nothing of it', async () => {
    const { groups } = test.stores;
    const settings = { name: 'Ghosts', kind: 'skill', level: null } as const;
    await expectAsync(
      groups.create(doer('group.manage'), settings, ['ana', 'nobody']),
    ).toBeRejectedWith(refused('colleague-unknown'));
    expect((await groups.list(everything)).map(({ name }) => name)).not.toContain('Ghosts');
    expect(await test.audited('group', 'ghosts')).toEqual([]);
  });

  it('keep a group as long as a channel offers sessions to it', async () => {
    const { groups } = test.stores;
    const routing = (tiers: readonly string[]) =>
      rowsOf(
        test.database.owner,
        `insert into channel_routing (channel, document) values ('stores', :document)
         on conflict (channel) do update set document = excluded.document`,
        { document: JSON.stringify({ tiers: tiers.map((group) => ({ groups: [group] })) }) },
      );
    await routing(['level-1', 'night-shift']);
    await expectAsync(groups.delete(doer('group.manage'), 'night-shift')).toBeRejectedWith(
      jasmine.objectContaining({ code: 'group-in-routing', detail: 'In the routing of Stores.' }),
    );
    await routing(['level-1']);
    await groups.delete(doer('group.manage'), 'night-shift');
    expect(await groups.find('night-shift')).toBeNull();
  });

  it('forget a switch that says nothing', async () => {
    const { switches } = test.stores;
    const given = { kind: 'technician', holder: 'hugo', action: 'tool.control' } as const;
    await switches.set(doer('technician.assign-role'), { ...given, setting: 'default' });
    expect(await switches.of('technician', 'hugo')).toEqual([]);
    await switches.set(doer('technician.assign-role'), { ...given, setting: 'on' });
    await switches.set(doer('technician.assign-role'), { ...given, setting: 'on' });
    expect(await test.audited('switch', 'technician:hugo')).toHaveSize(2);
  });

  it('count every change that the policy is built upon, and availability apart from it', async () => {
    const before = await test.directory.versions();
    await test.stores.technicians.setAvailability(doer('self'), 'ana', 'away');
    const away = await test.directory.versions();
    expect(away.organisation).toBe(before.organisation);
    expect(away.technicians).toBeGreaterThan(before.technicians);
    await test.stores.technicians.disable(doer('technician.disable'), 'ana');
    const disabled = await test.directory.versions();
    expect(disabled.organisation).toBeGreaterThan(away.organisation);
    expect((await test.directory.read()).version).toBe(disabled.organisation);
  });
});
