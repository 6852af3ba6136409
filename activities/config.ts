import type { MailSettings } from './notices/mail-sender.js';
import { auditFilesOf } from './audit/read-audit-files.js';
import type { SealerFiles } from './audit/sealer.js';

/** All that the worker reads from its environment, parsed once. */
export interface WorkerConfig {
  /** Where the audit's key and checkpoints are; null where another worker seals. */
  readonly audit: SealerFiles | null;
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
  /** Where mails are handed in, or null where there is no mail server. */
  readonly mail: MailSettings | null;
  /** Whether webhooks may call addresses of private networks. */
  readonly privateWebhooks: boolean;
  /** The desk's own address, for links in mails. */
  readonly publicUrl: URL;
  /** The organisation's name as users read it. */
  readonly organisation: string;
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
    audit: auditFilesOf(environment),
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
    mail: mailOf(environment, mistakes),
    privateWebhooks: environment['WEBHOOK_PRIVATE_NETWORKS'] === 'allow',
    publicUrl: publicUrlOf(environment['PUBLIC_URL'], mistakes),
    organisation: environment['ORGANISATION'] ?? usualName(environment),
    healthPort: healthPortOf(environment['HEALTH_PORT'], mistakes),
    logLevel: environment['LOG_LEVEL'] ?? 'info',
  };
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return config;
}

function publicUrlOf(value: string | undefined, mistakes: string[]): URL {
  const url = URL.parse(value ?? '');
  if (url && /^https?:$/.test(url.protocol)) return url;
  mistakes.push("PUBLIC_URL must be the desk's address, https://HOST.");
  return new URL('http://localhost');
}

/** The API names the organisation in the same way. */
function usualName(environment: Environment): string {
  return environment['MAYDAY_DEMO'] === '1' ? 'Northwind IT Support' : 'Support desk';
}

function mailOf(environment: Environment, mistakes: string[]): MailSettings | null {
  const { SMTP_URL: url, MAIL_FROM: from } = environment;
  if (url === undefined && from === undefined) return null;
  if (!/^smtps?:\/\/[^\s/]+/.test(url ?? ''))
    mistakes.push('SMTP_URL must be smtp://HOST:PORT or smtps://.');
  if (!/^[^\r\n]*[^\s@]+@[^\s@]+$/.test(from ?? ''))
    mistakes.push('MAIL_FROM must be a mail address.');
  return { url: url ?? '', from: from ?? '' };
}

function healthPortOf(value: string | undefined, mistakes: string[]): number | null {
  if (value === undefined) return null;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    mistakes.push('HEALTH_PORT must be a port.');
  }
  return port;
}
