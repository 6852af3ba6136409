/** All that the worker reads from its environment, parsed once. */
export interface WorkerConfig {
  readonly databaseUrl: string;
  readonly temporal: {
    readonly address: string;
    readonly namespace: string;
    readonly taskQueue: string;
  };
  readonly janus: {
    readonly url: string;
    readonly tokenSecret: string;
    readonly adminKey: string;
  };
  /** The installation's root key; every other key is derived from it. */
  readonly secret: Buffer;
  /** The folder of the policy's files, or null for the built-in ones. */
  readonly policyDirectory: string | null;
  /** A port of loopback for `GET /health`, or null. */
  readonly healthPort: number | null;
  readonly logLevel: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Parses the environment; throws one error that lists every mistake. */
export function readWorkerConfig(environment: Environment): WorkerConfig {
  const mistakes: string[] = [];
  const text = (name: string, fits: RegExp, wanted: string): string => {
    const value = environment[name] ?? '';
    if (!fits.test(value)) mistakes.push(`${name} must be ${wanted}.`);
    return value;
  };
  const config: WorkerConfig = {
    databaseUrl: text('DATABASE_URL', /^postgres(?:ql)?:\/\/./, 'a postgres:// URL'),
    temporal: {
      address: text('TEMPORAL_ADDRESS', /^[^\s/]+:\d+$/, 'host:port'),
      namespace: environment['TEMPORAL_NAMESPACE'] ?? 'default',
      taskQueue: environment['TEMPORAL_TASK_QUEUE'] ?? 'mayday',
    },
    janus: {
      url: text('JANUS_URL', /^wss?:\/\/./, 'a ws:// URL'),
      tokenSecret: text('JANUS_TOKEN_SECRET', /^.{16}/, 'a secret of 16 characters or more'),
      adminKey: text('JANUS_ADMIN_KEY', /^.{16}/, 'a secret of 16 characters or more'),
    },
    secret: Buffer.from(
      text('MAYDAY_SECRET', /^[\w-]{43,}$/, '32 bytes or more in base64url'),
      'base64url',
    ),
    policyDirectory: environment['POLICY_DIR'] ?? null,
    healthPort: healthPortOf(environment['HEALTH_PORT'], mistakes),
    logLevel: environment['LOG_LEVEL'] ?? 'info',
  };
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return config;
}

function healthPortOf(value: string | undefined, mistakes: string[]): number | null {
  if (value === undefined) return null;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    mistakes.push('HEALTH_PORT must be a port.');
  }
  return port;
}
