import type { EnvironmentReader } from './environment-reader.js';

/** What the API and the worker are both told, in the same words. */
export interface ProcessConfig {
  readonly databaseUrl: string;
  readonly temporal: TemporalConfig;
  readonly janus: JanusConfig;
  /** The desk's own address, for whoever comes from elsewhere: browsers, helpers, readers of mails. */
  readonly publicUrl: URL;
  /** The organisation's name as users read it. */
  readonly organisation: string;
  /** The installation's root key; every other key is derived from it. */
  readonly secret: Buffer;
  /** The folder of the policy's files, or null for the built-in ones. */
  readonly policyDirectory: string | null;
  readonly logLevel: string;
}

/** Where workflows run. */
export interface TemporalConfig {
  /** `HOST:PORT`. */
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
}

/** Where the media relay is, and what lets the desk in there. */
export interface JanusConfig {
  readonly url: string;
  readonly tokenSecret: string;
  readonly adminKey: string;
}

/** As much as is written down, the usual first. */
const logLevels = ['info', 'trace', 'debug', 'warn', 'error', 'fatal', 'silent'] as const;

/** Reads what both processes are told. */
export function readProcessConfig(reader: EnvironmentReader): ProcessConfig {
  return {
    databaseUrl: readDatabase(reader),
    temporal: {
      address: reader.text('TEMPORAL_ADDRESS'),
      namespace: reader.optional('TEMPORAL_NAMESPACE') ?? 'default',
      taskQueue: reader.optional('TEMPORAL_TASK_QUEUE') ?? 'mayday',
    },
    janus: {
      url: reader.url('JANUS_URL', ['ws:', 'wss:']).href,
      tokenSecret: reader.secret('JANUS_TOKEN_SECRET'),
      adminKey: reader.secret('JANUS_ADMIN_KEY'),
    },
    publicUrl: reader.url('PUBLIC_URL', ['http:', 'https:']),
    organisation: reader.optional('ORGANISATION') ?? usualNameFor(reader),
    secret: reader.rootKey('MAYDAY_SECRET'),
    policyDirectory: reader.folder('POLICY_DIR'),
    logLevel: reader.oneOf('LOG_LEVEL', logLevels),
  };
}

function usualNameFor({ isDemo }: EnvironmentReader): string {
  return isDemo ? 'Northwind IT Support' : 'Support desk';
}

function readDatabase(reader: EnvironmentReader): string {
  const url = reader.url('DATABASE_URL', ['postgres:', 'postgresql:']);
  reader.refuseSample('The password in DATABASE_URL', decodeURIComponent(url.password));
  return url.href;
}
