import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler } from 'express';
import { pino } from 'pino';
import { RefusedError } from '../../activities/commands/command-errors.js';
import { rowsOf } from '../../activities/store/database.js';
import { plainlyAllowed } from '../../policies/plain-policy-testing.js';
import type { Action } from '../../workflows/domain/policy/actions.js';
import type { Relation } from '../../workflows/domain/policy/roles.js';
import { sessionStates, type SessionState } from '../../workflows/domain/session/vocabulary.js';
import { appendOf, requestOf } from '../../workflows/support-session/commands-testing.js';
import { closeServer, createDeskServer, listen } from '../compose/listen.js';
import type { components } from '../generated/openapi.js';
import { apiHandler } from '../http/api-handler.js';
import { problemHandler } from '../http/problem-handler.js';
import { readDescription, requestValidation } from '../http/request-validation.js';
import { isMatch, RouteTable } from '../http/route-table.js';
import type { ChannelOperation, OperationId, OperationRequest, Operations } from '../operation.js';
import { isOperation, operations } from '../operations.js';
import { SampleRequests } from '../testing/sample-request-testing.js';
import { openTestApi, type TestApi } from '../testing/test-api-testing.js';
import { TestClient } from '../testing/test-client-testing.js';

const description = fileURLToPath(new URL('../../../openapi.yaml', import.meta.url));
const table = new RouteTable(readDescription(description), isOperation);
const samples = new SampleRequests(description);
const channels = ['general', 'design-mac', 'finance', 'stores'];

// @ts-expect-error An operation that declares no action does not compile.
const actionless: Operations['claimSession'] = {
  access: 'session',
  handle: () => Promise.reject(new Error('never asked')),
};

/** Every state in the channel with the most roles, and every other channel in one of the states. */
const situations: readonly (readonly [channel: string, state: SessionState])[] = [
  ...sessionStates.map((state) => ['general', state] as const),
  ['design-mac', 'active'],
  ['finance', 'ready'],
  ['stores', 'closed'],
];

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

const unlimited: RequestHandler = (_request, _response, next) => {
  next();
};

/** What came of a request, or where it is none of these the whole answer. */
type Verdict = string;

/** Every door with nothing behind it: whoever gets in hears that it is not time yet. */
function doorsOnly(): Operations {
  const nothingBehind = (): never => {
    throw new RefusedError({ refused: 'not-due', about: null });
  };
  const closed = Object.entries(operations).map(([id, operation]) => {
    return [id, { ...operation, handle: nothingBehind }];
  });
  // Whatever an operation answers, it never comes to that here.
  return Object.fromEntries(closed) as Operations;
}

describe('Every operation of the description, for everybody', () => {
  let api: TestApi;
  let close: () => Promise<void>;
  const clients = new Map<string, TestClient>();
  const sessions = new Map<string, string>();
  let stranger: TestClient;

  beforeAll(async () => {
    expect(actionless).toBeDefined();
    api = await openTestApi();
    const app = express();
    const validation = requestValidation(description, { checkAnswers: false });
    const parts = { desk: api.desk, operations: doorsOnly(), routes: table, validation };
    app.use(apiHandler({ ...parts, limiterOf: () => unlimited }));
    app.use(problemHandler(pino({ level: 'silent' }), api.desk.policy));
    const server = createDeskServer(app, api.desk.relay, null);
    await listen(server, '127.0.0.1', 0);
    close = () => closeServer(server, 100);
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const url = `http://127.0.0.1:${port}`;
    stranger = new TestClient(url, {});
    for (const { key } of people()) {
      clients.set(key, new TestClient(url, (await api.signedIn(key)).headers));
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
    for (const [channel, state] of situations) {
      await begin(channel, state, 'nobody', '');
      for (const { key } of people()) {
        await begin(channel, state, 'assignee', key);
        if (state === 'active') await begin(channel, state, 'driver', key);
      }
    }
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
    [method, path]: readonly [string, string],
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
    const operation = operations[id];
    const route = [method, path] as const;

    it(`${id} (${operation.access}) lets in whom the table lets in, and nobody else`, async () => {
      const wrong: string[] = [];
      const expectVerdict = (what: string, given: Verdict, wanted: Verdict): void => {
        if (given !== wanted) wrong.push(`${what}: ${wanted} expected, ${given}`);
      };
      expectVerdict(
        'a stranger',
        await verdict(stranger, route, {}),
        operation.access === 'public' ? 'in' : 'unknown here',
      );
      await Promise.all(
        people().map(async ({ key }) => {
          const client = clients.get(key);
          const asked = (known: Readonly<Record<string, string>>) => verdict(client, route, known);
          if (operation.access === 'public') expectVerdict(key, await asked({}), 'in');
          else if (operation.access === 'device') {
            expectVerdict(key, await asked({}), 'unknown here');
          } else if (operation.access === 'session') {
            for (const [channel, state] of situations) {
              for (const standing of standingsIn(state)) {
                const session = sessionFor(key, channel, state, standing);
                const wanted = onSession(key, channel, standings[standing], operation.action);
                const what = `${key} ${channel} ${state} ${standing}`;
                expectVerdict(what, await asked({ id: session }), wanted);
              }
            }
          } else if (operation.access === 'channel') {
            for (const channel of channels) {
              const place = placeOf(operation, route, channel, key);
              const wanted = inPlace(key, place, operation.action);
              expectVerdict(`${key} ${channel} (${place})`, await asked({ channel }), wanted);
            }
          } else {
            expectVerdict(key, await asked({}), isDisabled(key) ? 'switched off' : 'in');
          }
        }),
      );
      expect(wrong).toEqual([]);
    }, 60_000);
  }

  function inPlace(key: string, place: string, action: Action): Verdict {
    if (isDisabled(key)) return 'switched off';
    return may(key, place, action, 'own') ? 'in' : 'not permitted';
  }

  /** Where an operation says that a request is to be permitted: never elsewhere than its path says. */
  function placeOf(
    { channelOf }: Pick<ChannelOperation<OperationId>, 'channelOf'>,
    [method, path]: readonly [string, string],
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
    const caller = {
      kind: 'staff',
      technician,
      csrfToken: '',
      signInHash: '',
      address: '',
    } as const;
    // The sample is as well formed as what the validator lets through.
    const request = asked as unknown as OperationRequest<OperationId>;
    const place = channelOf(request, api.desk, caller);
    if (path.includes('{channel}')) expect(place).withContext(path).toBe(channel);
    return place;
  }
});
