import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { SessionCommands } from '../activities/commands/session-commands.js';
import type { MediaRelay } from '../activities/media/media-relay.js';
import { openRelay } from '../activities/media/open-relay.js';
import { WebhookSecrets } from '../activities/notices/webhook-secret.js';
import { rowsOf } from '../activities/store/database.js';
import { faultLine } from '../policies/reading/fault.js';
import { createApp } from './app.js';
import { type HappeningLog, StoredHappenings } from './audit/happening-log.js';
import { wrongPasswordIn } from './audit/sign-in-happenings.js';
import { composeDesk } from './compose/compose-desk.js';
import { openDoors } from './compose/open-doors.js';
import { keysFrom } from './compose/keys-from.js';
import { openPolicy, type OpenPolicy } from './compose/open-policy.js';
import { openStores, type OpenStores } from './compose/open-stores.js';
import type { ApiConfig } from './config.js';
import { embedProvider } from './demo-provider/embedded-provider.js';
import type { DeskSettings } from './desk.js';
import { auditPart } from './health/audit-part.js';
import { type Part, Readiness } from './health/readiness.js';
import { cookieJar } from './http/cookies.js';
import { usualLimits } from './http/rate-limits.js';
import type { RefusedFiles } from './policy/policy-source.js';
import { GatheredRefusals } from './policy/gathered-refusals.js';
import { deriveKey } from '../activities/keys/derive-key.js';
import { IdentityProvider } from './sign-in/identity-provider.js';
import { warnOfMapping } from './sign-in/warn-of-mapping.js';
import { Faces } from './static/faces.js';
import { helperDownloads } from './static/helper-download.js';

/** The API at work. */
export interface RunningApi {
  /** Ends streams and sockets so that they come again elsewhere, finishes answers, lets go of the rest. */
  stop(): Promise<void>;
}

/** How long to wait for a workflow's answer, in milliseconds. */
const commandPatienceMs = 10_000;
const closingGraceMs = 3_000;

/** Puts the API together from its configuration and lets it listen. `root` is the project's folder. */
export async function startApi(config: ApiConfig, log: Logger, root: string): Promise<RunningApi> {
  const onError = (error: unknown): void => {
    log.warn({ err: error }, 'Something failed and will be tried again.');
  };
  const open = openStores({
    url: config.databaseUrl,
    limits: config.directoryLimits,
    mapping: config.signInMapping,
    onError,
  });
  await warnOfMapping(open.db, config.signInMapping, log);
  const happenings = new StoredHappenings(open.stores.gathered, onError);
  const opened = await openPolicy(open, {
    folder: config.policyDirectory,
    mode: config.policySource,
    refusals: new GatheredRefusals(happenings),
    onRefused: ({ faults }) => {
      // Somebody must act: what they changed is not in force.
      const told = { faults: faults.map(faultLine) };
      log.error(told, 'A changed policy has faults; the old one stays in force.');
    },
  });
  const { temporal, janus } = config;
  const connection = Connection.lazy({ address: temporal.address });
  const client = new Client({ connection, namespace: temporal.namespace });
  const commands = new SessionCommands({
    client: client.workflow,
    taskQueue: temporal.taskQueue,
    record: open.stores.record,
    withinMs: commandPatienceMs,
    onStartFailed: onError,
  });
  const media = openRelay(janus, config.secret);
  const { relay } = media;
  const signIn = composeSignIn(config, opened, { root, happenings });
  const desk = composeDesk({
    settings: await settingsOf(config, root),
    open,
    opened,
    happenings,
    identity: signIn.identity,
    commands,
    rooms: relay,
    janus,
    turn: config.turn,
    faces: new Faces(join(root, 'deploy/demo/faces')),
    readiness: new Readiness(partsOf(open, connection, relay, opened)),
    onError,
  });
  const app = createApp({
    desk,
    log,
    metricsToken: config.metricsToken,
    limits: usualLimits,
    root,
    provider: signIn.handler,
    trustedProxies: config.trustedProxies,
    checkAnswers: false,
  });
  const doors = await openDoors(app, desk, {
    feed: open.feed,
    host: config.host,
    port: config.port,
    tls: config.tls,
    onError,
  });
  log.info({ address: config.publicUrl.origin }, 'The desk is open.');
  return {
    async stop() {
      await doors.close(closingGraceMs);
      await commands.settled();
      await happenings.settled();
      await desk.decisions.flush().catch(onError);
      media.close();
      await connection.close();
      await open.db.destroy();
    },
  };
}

async function settingsOf(config: ApiConfig, root: string): Promise<DeskSettings> {
  const { publicUrl, organisation, secret } = config;
  return {
    organisation,
    version: versionIn(join(root, 'package.json')),
    publicUrl,
    cookies: cookieJar(publicUrl.protocol === 'https:'),
    keys: keysFrom(secret),
    webhookSecrets: new WebhookSecrets(secret),
    mails: config.mails,
    helpers: await helperDownloads(join(root, 'build/helper')),
  };
}

function versionIn(file: string): string {
  const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const version =
    typeof found === 'object' && found !== null && 'version' in found ? found.version : null;
  return typeof version === 'string' ? version : 'unknown';
}

interface SignIn {
  readonly identity: IdentityProvider;
  readonly handler: RequestHandler | null;
}

function composeSignIn(
  config: ApiConfig,
  { inForce }: OpenPolicy,
  { root, happenings }: { readonly root: string; readonly happenings: HappeningLog },
): SignIn {
  const { identityProvider, demo, publicUrl, organisation, secret, port, tls } = config;
  if (identityProvider) {
    return {
      identity: new IdentityProvider(identityProvider, publicUrl, {
        claim: config.signInMapping.claim,
      }),
      handler: null,
    };
  }
  // The configuration has seen to it that there is a demonstration where there is no provider.
  if (!demo) throw new Error('There is no identity provider.');
  return embedProvider({
    publicUrl,
    organisation,
    password: demo.password,
    secret: deriveKey(secret, 'demo-provider').toString('base64url'),
    authorizer: () => inForce.authorizer,
    onWrongPassword: wrongPasswordIn(happenings),
    port,
    tls,
    root,
  });
}

function partsOf(
  { db, stores }: OpenStores,
  temporal: Connection,
  relay: MediaRelay,
  { inForce, source }: OpenPolicy,
): readonly Part[] {
  return [
    { name: 'postgres', check: async () => `answers ${(await rowsOf(db, 'select 1')).length}` },
    {
      name: 'temporal',
      check: async () => (await temporal.workflowService.getSystemInfo({})).serverVersion,
    },
    { name: 'janus', check: async () => `${(await relay.rooms()).length} rooms` },
    {
      name: 'policy',
      check: () => Promise.resolve(policyDetail(inForce.authorizer.revision, source.refused)),
    },
    auditPart(stores.runs),
  ];
}

/** What is wrong with changed files is for the log and for those who may read the policy. */
function policyDetail(revision: string, refused: RefusedFiles | null): string {
  const inForce = `revision ${revision.slice(0, 12)}`;
  return refused
    ? `${inForce}; changed files are not in force, for they have faults: ${refused.faults.length}`
    : inForce;
}
