import { requestOf, appendOf } from '../../workflows/support-session/commands-testing.js';
import { LiveBell } from '../store/feed/live-bell.js';
import { SessionRecord } from '../record/session-record.js';
import {
  channelSettings,
  doer,
  openTestDirectory,
  type TestDirectory,
} from './directory-testing.js';

describe('Channels', () => {
  let test: TestDirectory;

  beforeAll(async () => {
    test = await openTestDirectory({ channels: 6, technicians: 100, groupsPerChannel: 10 });
  });

  afterAll(async () => {
    await test.close();
  });

  const refused = (code: string) => jasmine.objectContaining({ code });

  it('are made with all their settings, under a key made of the name, and audited', async () => {
    const { channels } = test.stores;
    const key = await channels.create(doer('channel.create'), {
      ...channelSettings,
      name: 'Ärzte & Praxen',
    });
    expect(key).toBe('arzte-praxen');
    expect(await channels.find(key)).toEqual(
      jasmine.objectContaining({ ...channelSettings, name: 'Ärzte & Praxen', isDefault: false }),
    );
    expect(await test.audited('channel', key)).toEqual([
      jasmine.objectContaining({ action: 'channel.create' }),
    ]);
  });

  it('have names of their own, whatever the letters’ size', async () => {
    const { channels } = test.stores;
    await expectAsync(
      channels.create(doer('channel.create'), { ...channelSettings, name: 'fINANCE' }),
    ).toBeRejectedWith(refused('name-taken'));
    await expectAsync(
      channels.update(doer('channel.configure'), 'stores', { ...channelSettings, name: 'Finance' }),
    ).toBeRejectedWith(refused('name-taken'));
  });

  it('have names of their own, however the letters are drawn, and say whose name is in the way', async () => {
    const { channels } = test.stores;
    const create = (name: string) =>
      channels.create(doer('channel.create'), { ...channelSettings, name });
    const taken = jasmine.objectContaining({ code: 'name-taken', other: 'Finance' });
    for (const name of [
      'Ｆｉｎａｎｃｅ',
      '𝐅inance',
      'Fi\u00ADnance',
      'ﬁnance\uFE0F',
      'FINANCE\u2800',
    ]) {
      await expectAsync(create(name)).withContext(name).toBeRejectedWith(taken);
    }
  });

  it('note in the audit what was changed, and nothing where nothing was', async () => {
    const { channels } = test.stores;
    const before = await channels.find('stores');
    if (!before) throw new Error('There is no such channel.');
    await channels.update(doer('channel.configure'), 'stores', before);
    expect(await test.audited('channel', 'stores')).toEqual([]);
    await channels.update(doer('channel.configure'), 'stores', {
      ...before,
      codeLifetimeMs: 300_000,
    });
    const [entry] = await test.audited('channel', 'stores');
    expect(entry?.data).toEqual({ changed: { codeLifetimeMs: [600_000, 300_000] } });
  });

  it('cannot be deleted while one is the default or has open sessions', async () => {
    const { channels } = test.stores;
    await expectAsync(channels.delete(doer('channel.delete'), 'general')).toBeRejectedWith(
      refused('default-channel'),
    );
    const record = new SessionRecord(test.database.app, new LiveBell(test.database.app));
    const id = crypto.randomUUID();
    await record.append(appendOf(id, null, requestOf(id, { channel: 'finance' })));
    await expectAsync(channels.delete(doer('channel.delete'), 'finance')).toBeRejectedWith(
      refused('channel-not-empty'),
    );
    expect(await channels.find('finance')).not.toBeNull();
  });

  it('leave with their roles, but stay known for what was done in them', async () => {
    const { channels, roles } = test.stores;
    await channels.delete(doer('channel.delete'), 'design-mac');
    const contents = await test.directory.read();
    expect(contents.channels.map(({ key }) => key)).not.toContain('design-mac');
    expect(contents.formerChannels).toEqual([{ key: 'design-mac', name: 'Design and Mac' }]);
    expect(await roles.in('design-mac')).toEqual([]);
    expect(await test.directory.termsOf('design-mac')).toBeNull();
    const [entry] = await test.audited('channel', 'design-mac');
    expect(entry?.data['roles']).toHaveSize(2);
  });

  it('give a name back that a deleted one had, never its key', async () => {
    const { channels } = test.stores;
    const key = await channels.create(doer('channel.create'), {
      ...channelSettings,
      name: 'Design and Mac',
    });
    expect(key).toBe('design-and-mac');
    await channels.delete(doer('channel.delete'), key);
    const again = await channels.create(doer('channel.create'), {
      ...channelSettings,
      name: 'Design and Mac',
    });
    expect(again).toBe('design-and-mac-2');
    await channels.delete(doer('channel.delete'), again);
  });

  it('hand the part of the default over in one step', async () => {
    const { channels } = test.stores;
    await channels.makeDefault(doer('channel.create'), 'stores');
    expect(await channels.defaultKey()).toBe('stores');
    await channels.makeDefault(doer('channel.create'), 'general');
    expect(await channels.defaultKey()).toBe('general');
  });

  it('stop at the limit, which the refusal names, however many ask at once', async () => {
    const { channels } = test.stores;
    const asked = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((name) =>
      channels.create(doer('channel.create'), { ...channelSettings, name }),
    );
    const ends = await Promise.allSettled(asked);
    const refusals = ends.filter(({ status }) => status === 'rejected');
    const { channels: left } = await test.directory.read();
    expect(left).toHaveSize(6);
    expect(refusals.length).toBe(4);
    expect(refusals[0]).toEqual(
      jasmine.objectContaining({
        reason: jasmine.objectContaining({ code: 'limit-reached', detail: 'LIMIT_CHANNELS is 6.' }),
      }),
    );
  });
});
