import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { RefusedByPolicy } from '../../activities/audit/refused-by-policy.js';
import { openTestDesk, type TestDesk } from '../../activities/desk-testing.js';
import {
  type DirectoryLimits,
  usualDirectoryLimits,
} from '../../activities/directory/directory-limits.js';
import { openRelay } from '../../activities/media/open-relay.js';
import { seedPromises } from '../../activities/demonstration/seed-promises.js';
import {
  readDemonstration,
  readDemonstrationPromises,
} from '../../activities/demonstration/read-demonstration.js';
import { WebhookSecrets } from '../../activities/notices/webhook-secret.js';
import { seedDemonstration } from '../../activities/demonstration/seed-demonstration.js';
import { createApp } from '../app.js';
import { StoredHappenings } from '../audit/happening-log.js';
import { wrongPasswordIn } from '../audit/sign-in-happenings.js';
import { keysFrom } from '../compose/keys-from.js';
import { composeDesk } from '../compose/compose-desk.js';
import { openDoors } from '../compose/open-doors.js';
import { openPolicy } from '../compose/open-policy.js';
import { openStores } from '../compose/open-stores.js';
import { embedProvider } from '../demo-provider/embedded-provider.js';
import type { TlsConfig } from '../config.js';
import type { Desk } from '../desk.js';
import type { components } from '../generated/openapi.js';
import { Readiness } from '../health/readiness.js';
import { cookieJar } from '../http/cookies.js';
import type { RateLimits } from '../http/rate-limits.js';
import type { SourceMode } from '../policy/policy-source.js';
import { hashOf, randomToken } from '../secrets.js';
import { Faces } from '../static/faces.js';
import { TestClient } from './test-client-testing.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

type Schemas = components['schemas'];

/** A desk at work for specs: real Postgres, Temporal, worker and HTTP, with the demonstration's people. */
export interface TestApi {
  readonly url: string;
  readonly desk: Desk;
  readonly tester: TestDesk;
  readonly password: string;
  /** Errors that the desk noted and went on from. */
  readonly errors: readonly unknown[];
  readonly refusals: readonly RefusedByPolicy[];
  readonly stranger: TestClient;
  signedIn(technician: string): Promise<TestClient>;
  close(): Promise<void>;
}

/** What a spec may want otherwise. */
export interface TestApiOptions {
  readonly limits?: RateLimits;
  /** Instead of workflows, for specs that only ask whether a command gets as far as that. */
  readonly commands?: Desk['commands'];
  /** Serves by TLS with this certificate. */
  readonly tls?: TlsConfig;
  readonly directoryLimits?: DirectoryLimits;
  /** Another policy than the one that comes with Mayday, and where its changes come from. */
  readonly policyFolder?: string;
  readonly policySource?: SourceMode;
}

const unlimited: RateLimits = {
  links: 100_000,
  signIns: 100_000,
  entries: 100_000,
  others: 100_000,
};

/** Opens one; answers are held against `openapi.yaml`. */
export async function openTestApi({
  limits = unlimited,
  commands,
  tls,
  directoryLimits = usualDirectoryLimits,
  policyFolder,
  policySource = 'files',
}: TestApiOptions = {}): Promise<TestApi> {
  const secret = randomBytes(32);
  const tester = await openTestDesk({ secret });
  const { app: db, owner, url: databaseUrl } = tester.database;
  await seedDemonstration(owner, readDemonstration(root));
  await seedPromises(owner, readDemonstrationPromises(root));
  const errors: unknown[] = [];
  const refusals: RefusedByPolicy[] = [];
  const onError = (error: unknown): void => {
    errors.push(error);
  };
  const open = openStores({ url: databaseUrl, limits: directoryLimits, onError, db });
  const happenings = new StoredHappenings(open.stores.gathered, onError);
  const opened = await openPolicy(open, {
    folder: policyFolder ?? null,
    mode: policySource,
    refusals: { note: (refusal) => refusals.push(refusal) },
    onRefused: (refused) => errors.push(refused),
  });
  const port = await freePort();
  const publicUrl = new URL(`${tls ? 'https' : 'http'}://127.0.0.1:${port}`);
  const password = randomToken();
  const provider = embedProvider({
    publicUrl,
    organisation: 'Northwind IT Support',
    password,
    secret: randomToken(),
    authorizer: () => opened.inForce.authorizer,
    onWrongPassword: wrongPasswordIn(happenings),
    port,
    tls: tls ?? null,
    root,
  });
  const janus = janusOfSpecs();
  const media = openRelay(janus, secret);
  const desk = composeDesk({
    settings: {
      organisation: 'Northwind IT Support',
      version: '0.0.0',
      publicUrl,
      cookies: cookieJar(tls !== undefined),
      keys: keysFrom(secret),
      webhookSecrets: new WebhookSecrets(secret),
      mails: true,
      helpers: [],
    },
    open,
    opened,
    happenings,
    identity: provider.identity,
    commands: commands ?? tester.commands,
    rooms: media.relay,
    janus,
    turn: null,
    faces: new Faces(null),
    readiness: new Readiness([{ name: 'spec', check: () => Promise.resolve('here') }]),
    onError,
  });
  const app = createApp({
    desk,
    log: pino({ level: 'silent' }),
    metricsToken: null,
    limits,
    root,
    provider: provider.handler,
    trustedProxies: 0,
    checkAnswers: true,
  });
  const doors = await openDoors(app, desk, {
    feed: open.feed,
    host: '127.0.0.1',
    port,
    tls: tls ?? null,
    onError,
  });
  const url = publicUrl.origin;
  return {
    url,
    desk,
    tester,
    password,
    errors,
    refusals,
    stranger: new TestClient(url, {}),
    async signedIn(technician) {
      const [id, csrfToken] = [randomToken(), randomToken()];
      const expiresAt = new Date(Date.now() + 3_600_000);
      await open.stores.staffSessions.add({ idHash: hashOf(id), technician, csrfToken, expiresAt });
      const cookie = `${desk.settings.cookies.signIn}=${id}`;
      return new TestClient(url, { Cookie: cookie, 'X-CSRF-Token': csrfToken });
    },
    async close() {
      await doors.close(100);
      await happenings.settled();
      media.close();
      await tester.close();
    },
  };
}

/** A session that was invited to, with the token of its link. */
export interface Invited {
  readonly id: string;
  readonly token: string;
}

/** Invites somebody in the name of a technician. */
export async function invite(
  technician: TestClient,
  body: Partial<Schemas['NewInvitation']> = {},
): Promise<Invited> {
  const answer = await technician.post<Schemas['Invitation']>('/api/invitations', {
    name: 'Aaron Whitfield',
    subject: 'Illustrator closes when I export',
    channel: 'general',
    ...body,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { id: answer.body.session.id, token: answer.body.link.url.split('#')[1] ?? '' };
}

/** Lets a device follow a link; gives a client with the device's token. */
export async function joined(
  api: TestApi,
  { token }: Invited,
  kind: 'browser' | 'helper' = 'helper',
): Promise<TestClient> {
  const answer = await api.stranger.post<{ deviceToken: string }>('/api/device-sessions', {
    token,
    deviceKey: randomUUID(),
    kind,
    info: { system: 'Debian GNU/Linux', host: 'studio-14' },
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return new TestClient(api.url, { Authorization: `Bearer ${answer.body.deviceToken}` });
}

/** Asks for scopes and has the user allow them all; the session is active then. */
export async function connect(
  technician: TestClient,
  device: TestClient,
  id: string,
  scopes: readonly Schemas['ConsentScope'][] = ['view', 'control'],
): Promise<void> {
  const started = await technician.post<Schemas['SessionDetail']>(`/api/sessions/${id}/start`, {
    scopes,
  });
  const questionId = started.body.question?.id;
  const granted = await device.post('/api/device/consent', { questionId, scopes });
  if (granted.status !== 200) throw new Error(JSON.stringify(granted.body));
}

function janusOfSpecs() {
  const { env } = process;
  return {
    url: env['MAYDAY_TEST_JANUS_URL'] ?? 'ws://127.0.0.1:9',
    tokenSecret: env['MAYDAY_TEST_JANUS_TOKEN_SECRET'] ?? '',
    adminKey: env['MAYDAY_TEST_JANUS_ADMIN_KEY'] ?? '',
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<number>();
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    resolve(typeof address === 'object' && address ? address.port : 0);
  });
  const port = await promise;
  const closed = Promise.withResolvers<undefined>();
  server.close(() => {
    closed.resolve(undefined);
  });
  await closed.promise;
  return port;
}
