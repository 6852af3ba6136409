import { auditFilesOf } from './audit/read-audit-files.js';
import type { SealerFiles } from './audit/sealer.js';
import { type Environment, EnvironmentReader } from './environment-reader.js';
import type { MailSettings } from './notices/mail-sender.js';
import { type ProcessConfig, readProcessConfig } from './process-config.js';

/** All that the worker reads from its environment, parsed once. */
export interface WorkerConfig extends ProcessConfig {
  /** Where the audit's key and checkpoints are; null where another worker seals. */
  readonly audit: SealerFiles | null;
  /** Where mails are handed in, or null where there is no mail server. */
  readonly mail: MailSettings | null;
  /** Whether webhooks may call addresses of private networks. */
  readonly privateWebhooks: boolean;
  /** A port of loopback for `GET /health`, or null. */
  readonly healthPort: number | null;
}

/** Parses the environment; throws a ConfigError that lists every mistake at once. */
export function readWorkerConfig(environment: Environment): WorkerConfig {
  const reader = new EnvironmentReader(environment);
  const config: WorkerConfig = {
    ...readProcessConfig(reader),
    audit: auditFilesOf(environment),
    mail: readMail(reader),
    privateWebhooks: reader.optional('WEBHOOK_PRIVATE_NETWORKS') === 'allow',
    healthPort: reader.number('HEALTH_PORT'),
  };
  reader.refuseMistakes();
  return config;
}

function readMail(reader: EnvironmentReader): MailSettings | null {
  const [server, sender] = [reader.optional('SMTP_URL'), reader.optional('MAIL_FROM')];
  if (server === null && sender === null) return null;
  const url = reader.url('SMTP_URL', ['smtp:', 'smtps:']);
  reader.refuseSample('The password in SMTP_URL', decodeURIComponent(url.password));
  const from = reader.text('MAIL_FROM');
  if (from !== '' && !mailbox.test(from)) reader.complain('MAIL_FROM must be a mail address.');
  return { url: url.href, from };
}

/** An address, with or without the name of whose it is. */
const mailbox = /^[^\r\n]*[^\s@]+@[^\s@]+$/;
