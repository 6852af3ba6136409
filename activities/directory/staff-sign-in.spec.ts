import { rowsOf } from '../store/database.js';
import { directoryBellChannel, LiveBell } from '../store/feed/live-bell.js';
import { usualDirectoryLimits } from './directory-limits.js';
import { openTestDirectory, type TestDirectory } from './directory-testing.js';
import { DirectoryWriter } from './directory-writer.js';
import type { SignInMapping } from './sign-in-mapping.js';
import { type SignedInPerson, StaffSignIn } from './staff-sign-in.js';

const mapping: SignInMapping = {
  claim: 'groups',
  values: [
    { value: 'desk-l1', groups: ['level-1', 'no-such-group'], roles: [] },
    {
      value: 'desk-owners',
      groups: [],
      roles: [
        { role: 'owner', in: '*' },
        { role: 'channel-manager', in: 'stores' },
        { role: 'channel-manager', in: 'no-such-channel' },
      ],
    },
  ],
};

const rui: SignedInPerson = {
  subject: 'subject-of-rui',
  keys: ['rui.alves'],
  name: 'Rui Alves',
  address: 'rui@northwind.example',
  claimed: [],
};

const place = { revision: 'a-revision', from: '192.0.2.7' };

describe('Signing in with groups of the identity provider', () => {
  let test: TestDirectory;
  let signIn: StaffSignIn;

  beforeEach(async () => {
    test = await openTestDirectory();
    const { app } = test.database;
    const writer = new DirectoryWriter(app, new LiveBell(app, directoryBellChannel));
    signIn = new StaffSignIn(writer, usualDirectoryLimits, mapping);
  });

  afterEach(async () => {
    await test.close();
  });

  it('lets somebody unknown in only if their groups bring something', async () => {
    expect(await signIn.admit(rui, place)).toEqual({ kind: 'unknown' });
    expect(await signIn.admit({ ...rui, claimed: ['cooks'] }, place)).toEqual({ kind: 'unknown' });
    expect(await test.stores.technicians.find('rui-alves')).toBeNull();
    const admission = await signIn.admit({ ...rui, claimed: ['desk-owners'] }, place);
    expect(admission).toEqual({ kind: 'admitted', technician: 'rui-alves' });
    expect(await test.stores.technicians.find('rui-alves')).toEqual(
      jasmine.objectContaining({
        name: 'Rui Alves',
        address: 'rui@northwind.example',
        bound: true,
        roles: [
          { role: 'owner', place: '*', source: 'sign-in' },
          { role: 'channel-manager', place: 'stores', source: 'sign-in' },
        ],
      }),
    );
    const [entry] = await test.audited('technician', 'rui-alves');
    expect(entry?.action).toBe('sign-in');
    expect(entry?.data['created']).toBe(true);
    expect(entry?.data['mapped']).toEqual(['desk-owners']);
    expect(entry?.data['nowhere']).toEqual(['no-such-channel']);
  });

  it('takes away what it brought when the claim goes, and leaves what people gave', async () => {
    const elena = { ...rui, subject: 'subject-of-elena', keys: ['elena'], address: null };
    await signIn.admit({ ...elena, claimed: ['desk-l1', 'desk-owners'] }, place);
    const before = await test.stores.technicians.find('elena');
    expect(before?.groups).toEqual([
      { key: 'level-1', source: 'sign-in' },
      { key: 'level-2', source: 'person' },
    ]);
    await signIn.admit({ ...elena, claimed: ['desk-l1'] }, place);
    expect((await test.stores.technicians.find('elena'))?.roles).toEqual([]);
    await signIn.admit(elena, place);
    expect((await test.stores.technicians.find('elena'))?.groups).toEqual([
      { key: 'level-2', source: 'person' },
    ]);
    const ana = { ...rui, subject: 'subject-of-ana', keys: ['ana'], address: null };
    await signIn.admit({ ...ana, claimed: ['desk-l1'] }, place);
    await signIn.admit(ana, place);
    expect((await test.stores.technicians.find('ana'))?.groups).toEqual([
      { key: 'level-1', source: 'person' },
    ]);
  });

  it('knows people by their subject once it is known, whatever they are called then', async () => {
    await signIn.admit({ ...rui, subject: 'one', keys: ['ana'], address: null }, place);
    const renamed = await signIn.admit(
      { ...rui, subject: 'one', keys: ['bruno'], address: null },
      place,
    );
    expect(renamed).toEqual({ kind: 'admitted', technician: 'ana' });
    // Somebody else who is now called so at the provider is not Ana.
    const another = await signIn.admit(
      { ...rui, subject: 'two', keys: ['ana'], address: null },
      place,
    );
    expect(another).toEqual({ kind: 'unknown' });
  });

  it('knows who was invited by an address that the provider vouches for', async () => {
    await rowsOf(
      test.database.owner,
      "update technicians set address = 'Carla@Northwind.example' where key = 'carla'",
    );
    const admission = await signIn.admit({ ...rui, address: 'carla@northwind.example' }, place);
    expect(admission).toEqual({ kind: 'admitted', technician: 'carla' });
  });

  it('lets nobody in who is disabled, whatever they would be brought', async () => {
    const otto = { ...rui, subject: 'otto', keys: ['otto'], claimed: ['desk-owners'] };
    expect(await signIn.admit(otto, place)).toEqual({ kind: 'disabled', technician: 'otto' });
    expect((await test.stores.technicians.find('otto'))?.bound).toBe(false);
  });
});
