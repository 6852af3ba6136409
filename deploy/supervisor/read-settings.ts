import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HouseProblems } from './house-problems.js';
import { partNames } from './part.js';
import { cacheFolder, project } from './places.js';
import { usualPorts, type Ports } from './ports.js';
import { readPublicUrl, type PublicAddress } from './public-url.js';
import type { Elsewhere, HouseSettings, TlsFiles } from './settings.js';

/** What the environment says about a house; certificate, media addresses and the ways to talk to a person come from elsewhere. */
export type EnvironmentSettings = Omit<
  HouseSettings,
  'say' | 'progress' | 'abort' | 'publicAddresses' | 'throwaway'
> & {
  readonly publicAddress: PublicAddress;
};

/** Reads a house's settings from the environment; throws HouseProblems with every mistake in it. */
export function readSettings(environment: NodeJS.ProcessEnv): EnvironmentSettings {
  const problems: string[] = [];
  const ports = readPorts(environment, problems);
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
  if (problems.length > 0) throw new HouseProblems(problems);
  return settings;
}

function readPorts(environment: NodeJS.ProcessEnv, problems: string[]): Ports {
  const port = (name: string, usual: number) => {
    const text = environment[name];
    if (text === undefined || text === '') return usual;
    const number = Number(text);
    if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
    problems.push(`${name} is "${text}": give a port between 1 and 65535.`);
    return usual;
  };
  return {
    api: port('PORT', usualPorts.api),
    temporal: port('TEMPORAL_PORT', usualPorts.temporal),
    postgres: port('POSTGRES_PORT', usualPorts.postgres),
    janus: port('JANUS_PORT', usualPorts.janus),
    rtp: readRange(environment['RTP_PORTS'], problems),
  };
}

function readRange(text: string | undefined, problems: string[]): Ports['rtp'] {
  if (text === undefined || text === '') return usualPorts.rtp;
  const [, first, last] = /^(\d{4,5})-(\d{4,5})$/.exec(text) ?? [];
  if (Number(first) < Number(last)) return [Number(first), Number(last)];
  problems.push(`RTP_PORTS is "${text}": give a range of UDP ports such as 20000-20200.`);
  return usualPorts.rtp;
}

function readTls(
  environment: NodeJS.ProcessEnv,
  { ownTls }: PublicAddress,
  problems: string[],
): TlsFiles | undefined {
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

function readElsewhere(environment: NodeJS.ProcessEnv, problems: string[]): Elsewhere {
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

function readDemo(environment: NodeJS.ProcessEnv, problems: string[]): boolean {
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

function isElsewhere(name: string, elsewhere: Elsewhere): boolean {
  const urls: Record<string, string | undefined> = {
    postgres: elsewhere.databaseUrl,
    temporal: elsewhere.temporalAddress,
    janus: elsewhere.janusUrl,
  };
  return urls[name] !== undefined;
}

/** An empty variable counts as one that is not set. */
function definedOf(given: Record<keyof Elsewhere, string | undefined>): Elsewhere {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== ''),
  );
}
