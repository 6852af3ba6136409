import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readNumber, readPortRange } from '../../../activities/settings/number-settings.mjs';
import { cacheFolder } from './cache-folder.mjs';
import { partNames } from './part-names.mjs';
import { readPublicUrl } from './public-url.mjs';

/**
 * @import { Ports } from './ports.js'
 * @import { PublicAddress } from './public-url.mjs'
 * @import { Elsewhere, EnvironmentSettings, TlsFiles } from './settings.js'
 */

/** @type {Ports} */
const usualPorts = {
  api: 7300,
  temporal: 7310,
  postgres: 7320,
  janus: 7330,
  rtp: [20_000, 20_200],
};

const furtherNumbers = /** @type {const} */ ([
  'HEALTH_PORT',
  'LIMIT_CHANNELS',
  'LIMIT_GROUPS_PER_CHANNEL',
  'LIMIT_TECHNICIANS',
  'TRUSTED_PROXIES',
]);

/**
 * What the environment says about the house of a clone, with a sentence for each mistake in it. It is plain JavaScript, because set-up asks before anything is built.
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} project The folder of the clone.
 * @returns {{ settings: EnvironmentSettings, problems: string[] }}
 */
export function settingsOf(environment, project) {
  /** @type {string[]} */
  const problems = [];
  const ports = readPorts(environment, problems);
  checkFurtherNumbers(environment, problems);
  const publicAddress = readPublicUrl(environment, ports.api, problems);
  const tls = readTls(environment, publicAddress, problems);
  const elsewhere = readElsewhere(environment, problems);
  const settings = {
    data: resolve(environment['MAYDAY_DATA'] ?? join(project, '.mayday')),
    cache: cacheFolder(environment),
    host: publicAddress.host,
    ports: { ...ports, api: publicAddress.port },
    publicUrl: publicAddress.url,
    publicAddress,
    tls,
    elsewhere,
    parts: partNames.filter((name) => !isElsewhere(name, elsewhere)),
    demo: readDemo(environment, problems),
    environment: {},
    temporalNamespace: environment['TEMPORAL_NAMESPACE'] ?? 'default',
    temporalTaskQueue: environment['TEMPORAL_TASK_QUEUE'] ?? 'mayday',
  };
  return { settings, problems };
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {string[]} problems
 * @returns {Ports}
 */
function readPorts(environment, problems) {
  const { api, temporal, postgres, janus, rtp } = usualPorts;
  return {
    api: readNumber(environment, 'PORT', problems) ?? api,
    temporal: readNumber(environment, 'TEMPORAL_PORT', problems) ?? temporal,
    postgres: readNumber(environment, 'POSTGRES_PORT', problems) ?? postgres,
    janus: readNumber(environment, 'JANUS_PORT', problems) ?? janus,
    rtp: readPortRange(environment, 'RTP_PORTS', problems) ?? rtp,
  };
}

/**
 * What worker and API are told besides would end them in the middle of a start.
 * @param {NodeJS.ProcessEnv} environment
 * @param {string[]} problems
 */
function checkFurtherNumbers(environment, problems) {
  for (const name of furtherNumbers) readNumber(environment, name, problems);
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {PublicAddress} publicAddress
 * @param {string[]} problems
 * @returns {TlsFiles | undefined}
 */
function readTls(environment, { ownTls }, problems) {
  const { TLS_CERT: cert, TLS_KEY: key } = environment;
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) {
    problems.push('TLS_CERT and TLS_KEY belong together: give both files or neither.');
    return undefined;
  }
  for (const [name, file] of Object.entries({ TLS_CERT: cert, TLS_KEY: key })) {
    if (!existsSync(file)) problems.push(`${name} is "${file}": there is no such file.`);
  }
  if (!ownTls) problems.push('TLS_CERT is set, but PUBLIC_URL does not begin with https.');
  return { cert: resolve(cert), key: resolve(key) };
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {string[]} problems
 */
function readElsewhere(environment, problems) {
  const given = {
    databaseUrl: environment['DATABASE_URL'],
    databaseOwnerUrl: environment['DATABASE_OWNER_URL'],
    temporalAddress: environment['TEMPORAL_ADDRESS'],
    janusUrl: environment['JANUS_URL'],
    janusTokenSecret: environment['JANUS_TOKEN_SECRET'],
    janusAdminKey: environment['JANUS_ADMIN_KEY'],
  };
  if (given.databaseOwnerUrl !== undefined && given.databaseUrl === undefined) {
    problems.push('DATABASE_OWNER_URL is set without DATABASE_URL: give both.');
  }
  const secretsKnown = given.janusTokenSecret !== undefined && given.janusAdminKey !== undefined;
  if (given.janusUrl !== undefined && !secretsKnown) {
    problems.push(
      'JANUS_URL is set: give that Janus’s JANUS_TOKEN_SECRET and JANUS_ADMIN_KEY too.',
    );
  }
  return definedOf(given);
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {string[]} problems
 */
function readDemo(environment, problems) {
  const issuer = environment['OIDC_ISSUER'];
  const demo = environment['MAYDAY_DEMO'] ?? (issuer === undefined ? '1' : '0');
  if (demo !== '0' && demo !== '1') problems.push(`MAYDAY_DEMO is "${demo}": give 1 or 0.`);
  if (demo === '0' && issuer === undefined) {
    problems.push('Without the demonstration the desk needs your sign-in: set OIDC_ISSUER.');
  }
  if (issuer !== undefined && environment['OIDC_CLIENT_ID'] === undefined) {
    problems.push('OIDC_ISSUER is set: give OIDC_CLIENT_ID (and OIDC_CLIENT_SECRET) too.');
  }
  return demo === '1';
}

/**
 * @param {string} name
 * @param {Elsewhere} elsewhere
 */
function isElsewhere(name, elsewhere) {
  /** @type {Record<string, string | undefined>} */
  const urls = {
    postgres: elsewhere.databaseUrl,
    temporal: elsewhere.temporalAddress,
    janus: elsewhere.janusUrl,
  };
  return urls[name] !== undefined;
}

/**
 * An empty variable counts as one that is not set.
 * @param {Record<keyof Elsewhere, string | undefined>} given
 * @returns {Elsewhere}
 */
function definedOf(given) {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== ''),
  );
}
