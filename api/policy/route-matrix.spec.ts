import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { rowsOf } from '../../activities/store/database.js';
import { plainlyAllowed } from '../../policies/plain-policy-testing.js';
import type { Action } from '../../workflows/domain/policy/actions.js';
import type { Relation } from '../../workflows/domain/policy/roles.js';
import { sessionStates, type SessionState } from '../../workflows/domain/session/vocabulary.js';
import { appendOf, requestOf } from '../../workflows/support-session/commands-testing.js';
import type { components } from '../generated/openapi.js';
import { readDescription } from '../http/request-validation.js';
import { isMatch, RouteTable } from '../http/route-table.js';
import type { ChannelOperation, OperationId, OperationRequest, Operations } from '../operation.js';
import { isOperation, operations } from '../operations.js';
import { inLanes } from '../testing/in-lanes-testing.js';
import { SampleRequests } from '../testing/sample-request-testing.js';
import { openTestApi, type TestApi } from '../testing/test-api-testing.js';
import { TestClient } from '../testing/test-client-testing.js';
import { openBareDoors } from './bare-doors-testing.js';
import { withKnownRows } from './known-rows-testing.js';

const description = fileURLToPath(new URL('../../../openapi.yaml', import.meta.url));
const table = new RouteTable(readDescription(description), isOperation);
const samples = new SampleRequests(description);
const channels = ['general', 'design-mac', 'finance', 'stores'];

// @ts-expect-error An operation that declares no action does not compile.
const actionless: Operations['claimSession'] = {
  access: 'session',
  handle: () => Promise.reject(new Error('never asked')),
};

/** What names a channel and yet is no matter of that channel alone. */
const ofTheWholeDesk: ReadonlySet<string> = new Set([
  'POST /api/directory/channels/{channel}/default',
]);

/** Every channel in every state. */
const situations: readonly (readonly [channel: string, state: SessionState])[] = channels.flatMap(
  (channel) => sessionStates.map((state) => [channel, state] as const),
);

/** How somebody can stand to a session, and as what the policy takes that. */
const standings = {
  assignee: 'own',
  driver: 'own',
  nobody: 'unassigned',
  another: 'other',
} as const;
type Standing = keyof typeof standings;

/** Nobody drives but in a session that runs. */
function standingsIn(state: SessionState): readonly Standing[] {
  const all = Object.keys(standings) as Standing[];
  return state === 'active' ? all : all.filter((standing) => standing !== 'driver');
}

type Route = readonly [method: string, path: string];

/** Somebody who asks for an operation, of what, and what they must hear. */
interface Case {
  readonly what: string;
  readonly client: TestClient | undefined;
  readonly known: Readonly<Record<string, string>>;
  readonly wanted: Verdict;
}

/** What came of a request, or where it is none of these the whole answer. */
type Verdict = string;

describe('Every operation of the description, for everybody', () => {
  let api: TestApi;
  let close: () => Promise<void>;
  const clients = new Map<string, TestClient>();
  const sessions = new Map<string, string>();
  let stranger: TestClient;

  beforeAll(async () => {
    expect(actionless).toBeDefined();
    api = await openTestApi();
    // Nothing gets past the doors, so what they look up stays as it is.
    const desk = withKnownRows(api.desk, api.tester.database.app);
    const doors = await openBareDoors(desk, { description, table });
    close = () => doors.close();
    stranger = new TestClient(doors.url, {});
    for (const { key } of people()) {
      clients.set(key, new TestClient(doors.url, (await api.signedIn(key)).headers));
    }
    await beginSessions();
  }, 120_000);

  afterAll(async () => {
    await close();
    await api.close();
  });

  const people = () => api.desk.policy.authorizer.people.organisation.technicians;

  /** A session for every channel, state and way in which anybody can stand to it. */
  async function beginSessions(): Promise<void> {
    const wanted = situations.flatMap(([channel, state]) => [
      [channel, state, 'nobody', ''] as const,
      ...people().flatMap(({ key }) => [
        [channel, state, 'assignee', key] as const,
        ...(state === 'active' ? [[channel, state, 'driver', key] as const] : []),
      ]),
    ]);
    await inLanes(wanted, ([channel, state, standing, key]) =>
      begin(channel, state, standing, key),
    );
  }

  async function begin(
    channel: string,
    state: SessionState,
    standing: 'nobody' | 'assignee' | 'driver',
    key: string,
  ): Promise<void> {
    const id = randomUUID();
    const assignee = { nobody: null, assignee: key, driver: somebodyElse(key) }[standing];
    const request = requestOf(id, { channel, assignee });
    await api.desk.stores.record.append(appendOf(id, null, request));
    const driver = standing === 'driver' ? key : null;
    // Only what stands in the row decides who comes in, so a row is all that each state needs.
    await rowsOf(
      api.tester.database.owner,
      `update sessions set state = :state, driver = :driver,
         ended_at = case when :state in ('closed', 'expired') then clock_timestamp() end,
         document = document || jsonb_build_object('state', :state::text, 'driver',
           jsonb_build_object('technician', :driver::text, 'epoch', 1))
       where id = :id`,
      { id, state, driver },
    );
    sessions.set([channel, state, standing, key].join('/'), id);
  }

  function somebodyElse(key: string): string {
    return key === 'kofi' ? 'nora' : 'kofi';
  }

  function sessionFor(
    key: string,
    channel: string,
    state: SessionState,
    standing: Standing,
  ): string {
    const [as, who] =
      standing === 'another'
        ? ['assignee', somebodyElse(key)]
        : [standing, standing === 'nobody' ? '' : key];
    return sessions.get([channel, state, as, who].join('/')) ?? '';
  }

  /** The table of the policy, read without a look at how the desk asks it. */
  function may(technician: string, channel: string, action: Action, relation: Relation): boolean {
    const { organisation } = api.desk.policy.authorizer.people;
    return plainlyAllowed(organisation, { technician, channel, action, relation });
  }

  function isDisabled(key: string): boolean {
    return api.desk.policy.authorizer.people.technician(key)?.disabled === true;
  }

  async function verdict(
    client: TestClient | undefined,
    [method, path]: Route,
    known: Readonly<Record<string, string>>,
  ): Promise<Verdict> {
    const sample = samples.of(method, path, known);
    const answer = await client?.send<components['schemas']['Problem']>(method, sample.path, {
      body: sample.body,
    });
    switch (answer?.body.type) {
      case '/problems/not-due':
        return 'in';
      case '/problems/not-permitted':
        return 'not permitted';
      case '/problems/technician-disabled':
        return 'switched off';
      case '/problems/not-found':
        return 'not there';
      case '/problems/not-signed-in':
      case '/problems/device-token-unknown':
        return 'unknown here';
      default:
        return `${answer?.status ?? 0} ${JSON.stringify(answer?.body)} to ${JSON.stringify(sample)}`;
    }
  }

  function onSession(key: string, channel: string, relation: Relation, action: Action): Verdict {
    if (isDisabled(key)) return 'switched off';
    if (!may(key, channel, 'session.view', relation)) return 'not there';
    // Who could have claimed it hears that somebody was faster.
    const asked = action === 'session.claim' ? 'unassigned' : relation;
    const allowed = may(key, channel, action, relation) || may(key, channel, action, asked);
    return allowed ? 'in' : 'not permitted';
  }

  for (const { id, method, path } of table.operations) {
    const { access } = operations[id];

    it(`${id} (${access}) lets in whom the table lets in, and nobody else`, async () => {
      const wrong: string[] = [];
      await inLanes([...cases(id, [method, path])], async ({ what, client, known, wanted }) => {
        const given = await verdict(client, [method, path], known);
        if (given !== wanted) wrong.push(`${what}: ${wanted} expected, ${given}`);
      });
      expect(wrong).toEqual([]);
    }, 60_000);
  }

  /** Everybody who could ask for an operation, and what they must hear. */
  function* cases(id: OperationId, route: Route): Iterable<Case> {
    const operation = operations[id];
    const strangers = operation.access === 'public' ? 'in' : 'unknown here';
    yield { what: 'a stranger', client: stranger, known: {}, wanted: strangers };
    if (operation.access === 'session') yield* sessionCases(operation.action);
    else
      for (const { key } of people()) {
        if (operation.access === 'channel') yield* channelCases(operation, route, key);
        else yield { what: key, client: clients.get(key), known: {}, wanted: anywhere(id, key) };
      }
  }

  /** What somebody hears where neither a session nor a channel is in question. */
  function anywhere(id: OperationId, key: string): Verdict {
    const { access } = operations[id];
    if (access === 'public') return 'in';
    if (access === 'device') return 'unknown here';
    return isDisabled(key) ? 'switched off' : 'in';
  }

  function* sessionCases(action: Action): Iterable<Case> {
    for (const [channel, state] of situations) {
      for (const { key } of people()) {
        for (const standing of standingsIn(state)) {
          const known = { id: sessionFor(key, channel, state, standing) };
          const wanted = onSession(key, channel, standings[standing], action);
          const what = `${key} ${channel} ${state} ${standing}`;
          yield { what, client: clients.get(key), known, wanted };
        }
      }
    }
  }

  /** What a request says that names no channel is the same whichever is meant, and asked once. */
  function* channelCases(
    operation: Pick<ChannelOperation<OperationId>, 'channelOf' | 'action' | 'besides'>,
    route: Route,
    key: string,
  ): Iterable<Case> {
    const asked = new Set<string>();
    for (const channel of channels) {
      const known = { channel };
      const place = placeOf(operation, route, channel, key);
      const request = JSON.stringify(samples.of(...route, known));
      if (asked.has(request)) continue;
      asked.add(request);
      const needed = [operation.action, ...(operation.besides ?? [])];
      const wanted = inPlace(key, place, needed);
      yield { what: `${key} ${channel} (${place})`, client: clients.get(key), known, wanted };
    }
  }

  function inPlace(key: string, place: string, needed: readonly Action[]): Verdict {
    if (isDisabled(key)) return 'switched off';
    return needed.every((action) => may(key, place, action, 'own')) ? 'in' : 'not permitted';
  }

  /** Where an operation says that a request is to be permitted: never elsewhere than its path says. */
  function placeOf(
    { channelOf }: Pick<ChannelOperation<OperationId>, 'channelOf'>,
    [method, path]: Route,
    channel: string,
    technician: string,
  ): string {
    const sample = samples.of(method, path, { channel });
    const url = new URL(sample.path, api.url);
    const found = table.find(method, url.pathname);
    const asked = {
      path: isMatch(found) ? found.path : {},
      query: Object.fromEntries(url.searchParams),
      headers: {},
      body: sample.body,
    };
    const known = { csrfToken: '', signInHash: '', address: '' };
    const caller = { kind: 'staff', technician, ...known } as const;
    // The sample is as well formed as what the validator lets through.
    const request = asked as unknown as OperationRequest<OperationId>;
    const place = channelOf(request, api.desk, caller);
    if (path.includes('{channel}')) {
      const wanted = ofTheWholeDesk.has(`${method} ${path}`) ? '*' : channel;
      expect(place).withContext(path).toBe(wanted);
    }
    return place;
  }
});
