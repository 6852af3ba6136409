import { rowsOf } from '../../../activities/store/database.js';
import type { components } from '../../generated/openapi.js';
import { openTestApi, type TestApi } from '../../testing/test-api-testing.js';
import type { TestAnswer, TestClient } from '../../testing/test-client-testing.js';

type Schemas = components['schemas'];

describe('Routing over HTTP', () => {
  let api: TestApi;
  let kofi: TestClient;
  const channel = '/api/channels/design-mac/routing';
  const tier = (named: object) => ({ waitSeconds: 60, ...named });

  beforeAll(async () => {
    api = await openTestApi();
    kofi = await api.signedIn('kofi');
    await rowsOf(
      api.tester.database.owner,
      "update technicians set disabled = key = 'otto' where key in ('greta', 'otto')",
    );
  }, 60_000);
  afterAll(() => api.close(), 30_000);

  const faultsIn = ({ status, body }: TestAnswer): readonly string[] => [
    `${status}`,
    ...((body as Schemas['Problem']).errors ?? []).map(({ path, code }) => `${path} ${code}`),
  ];
  const put = <Body = unknown>(path: string, body: unknown) =>
    kofi.send<Body>('PUT', path, { body });
  const read = async () => (await kofi.get<Schemas['ChannelRouting']>(channel)).body;

  it('refuses a channel’s with everything that is wrong with it at once, and changes nothing', async () => {
    const before = await read();
    const answer = await put(channel, {
      ...{ mode: 'least-busy', offerSeconds: 5, colour: 'red' },
      tiers: [
        tier({}),
        tier({ groups: ['nobody'], technicians: ['greta'] }),
        tier({ groups: ['level-1', 'level-1'], technicians: ['ana', 'greta', 'ana'] }),
      ],
      escalation: [
        { name: ' ', when: 'tomorrow', afterSeconds: 60 },
        { name: 'Nobody\ntook it', when: 'unclaimed', afterSeconds: 60 },
      ],
    });
    expect(faultsIn(answer)).toEqual([
      '422',
      '/body/colour field-unknown',
      '/body/tiers/0 nobody-named',
      '/body/tiers/1/groups/0 group-unknown',
      '/body/tiers/2/groups/1 repeated',
      '/body/tiers/2/technicians/2 repeated',
      '/body/escalation/0/name empty',
      '/body/escalation/0/when choice-unknown',
      '/body/escalation/1/name invisible-signs',
      '/body/offerSeconds seconds-out-of-range',
    ]);
    expect(await read()).toEqual(before);
  });

  it('refuses a channel’s where there is no such channel, and says which', async () => {
    const answer = await put<Schemas['Problem']>('/api/channels/nowhere/routing', {
      mode: 'open-queue',
    });
    expect(faultsIn(answer)).toEqual(['422', '/path/channel channel-unknown']);
    expect(answer.body.errors?.[0]?.values).toEqual({ value: 'nowhere' });
  });

  it('refuses rules that name what is not there, each at its place', async () => {
    const rules = [
      { name: 'A', when: { sosCall: [crypto.randomUUID()] }, channel: 'general' },
      { name: 'A', when: { customer: ['nobody'], origin: ['fax'] }, channel: 'nowhere' },
      { name: '\u200b', when: { words: ['mac', 'mac'] }, channel: 'general' },
    ];
    const answer = await put('/api/routing/rules', { rules });
    expect(faultsIn(answer)).toEqual([
      '422',
      '/body/rules/0/when/sosCall/0 sos-call-unknown',
      '/body/rules/1/channel channel-unknown',
      '/body/rules/1/when/origin/0 choice-unknown',
      '/body/rules/1/when/customer/0 customer-unknown',
      '/body/rules/2/name invisible-signs',
      '/body/rules/2/when/words/1 repeated',
      '/body/rules/1/name name-taken',
    ]);
    expect(faultsIn(await put('/api/routing/rules', {}))).toEqual(['422', '/body/rules missing']);
    const unreadable = [{ name: 'A\u0000', when: { words: ['x'] }, channel: 'general' }];
    expect(faultsIn(await put('/api/routing/rules', { rules: unreadable }))).toEqual([
      '422',
      '/body/rules/0/name unreadable',
    ]);
  });

  it('takes a tier of disabled people and says so, in a trial too, for as long as they are', async () => {
    const routing = { mode: 'least-busy', tiers: [tier({ technicians: ['otto'] })] };
    const saved = await put<Schemas['ChannelRouting']>(channel, routing);
    const codes = (remarks: Schemas['RoutingRemarks'] = []) => remarks.map(({ code }) => code);
    expect(codes(saved.body.remarks)).toEqual(['tier-disabled']);
    const asked = { channel: 'design-mac' };
    const tried = await kofi.post<{ remarks: Schemas['RoutingRemarks'] }>(
      '/api/routing/try',
      asked,
    );
    expect(codes(tried.body.remarks)).toEqual(['tier-disabled']);
    // What was read goes back as it came.
    expect((await put(channel, await read())).status).toBe(200);
    await rowsOf(
      api.tester.database.owner,
      "update technicians set disabled = false where key = 'otto'",
    );
    expect(codes((await read()).remarks)).not.toContain('tier-disabled');
  });
});
