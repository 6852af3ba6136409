import { existsSync, readFileSync } from 'node:fs';
import {
  type DirectoryLimits,
  usualDirectoryLimits,
} from '../activities/directory/directory-limits.js';
import { noMapping, type SignInMapping } from '../activities/directory/sign-in-mapping.js';
import { type Environment, EnvironmentReader } from '../activities/environment-reader.js';
import { type ProcessConfig, readProcessConfig } from '../activities/process-config.js';
import { faultLine } from '../policies/reading/fault.js';
import type { TurnConfig } from './media/turn.js';
import { readSignInMapping } from './sign-in/read-sign-in-mapping.js';

/** All that the API reads from its environment, parsed once. */
export interface ApiConfig extends ProcessConfig {
  /** Null where everybody reaches the relay directly. */
  readonly turn: TurnConfig | null;
  readonly host: string;
  readonly port: number;
  readonly tls: TlsConfig | null;
  /** Null in the demonstration, where the embedded provider serves. */
  readonly identityProvider: IdentityProviderConfig | null;
  readonly demo: DemoConfig | null;
  /** Whether reviewed files change the policy, or proposals that a second person approves. */
  readonly policySource: 'files' | 'console';
  /** How large the directory may grow. */
  readonly directoryLimits: DirectoryLimits;
  /** What the identity provider's groups bring to people here. */
  readonly signInMapping: SignInMapping;
  /** The bearer token under which metrics may be read from elsewhere than loopback, or null. */
  readonly metricsToken: string | null;
  /** The hops of trusted proxies before this process; 0 without any. */
  readonly trustedProxies: number;
  /** Whether the worker has a mail server to hand mails to. */
  readonly mails: boolean;
}

/** The files of the certificate with which this process serves HTTPS itself. */
export interface TlsConfig {
  readonly certificateFile: string;
  readonly keyFile: string;
}

/** Where staff sign in. */
export interface IdentityProviderConfig {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What is asked for; the claims that the mapping reads may need more than the usual. */
  readonly scope: string;
}

/** What only the demonstration has. */
export interface DemoConfig {
  /** Whoever knows it signs in as anybody. */
  readonly password: string;
}

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Parses the environment; throws a ConfigError that lists every mistake at once. */
export function readConfig(environment: Environment): ApiConfig {
  const reader = new EnvironmentReader(environment);
  const demo = readDemo(reader);
  const config: ApiConfig = {
    ...readProcessConfig(reader),
    turn: readTurn(reader),
    host: reader.optional('HOST') ?? '127.0.0.1',
    port: reader.number('PORT') ?? 7300,
    tls: readTls(reader),
    identityProvider: readIdentityProvider(reader, demo),
    demo,
    policySource: reader.oneOf('POLICY_SOURCE', ['files', 'console']),
    directoryLimits: readLimits(reader),
    signInMapping: readMapping(reader),
    metricsToken: reader.optional('METRICS_TOKEN') && reader.secret('METRICS_TOKEN'),
    trustedProxies: reader.number('TRUSTED_PROXIES') ?? 0,
    mails: reader.optional('SMTP_URL') !== null,
  };
  checkPublic(reader, config);
  reader.refuseMistakes();
  return config;
}

function readDemo(reader: EnvironmentReader): DemoConfig | null {
  return reader.isDemo ? { password: reader.text('MAYDAY_DEMO_PASSWORD') } : null;
}

function readMapping(reader: EnvironmentReader): SignInMapping {
  const file = reader.file('OIDC_MAPPING');
  if (file === null || !existsSync(file)) return noMapping;
  const read = readSignInMapping(file, readFileSync(file, 'utf8'));
  if (read.ok) return read.value;
  for (const fault of read.faults) reader.complain(`OIDC_MAPPING: ${faultLine(fault)}`);
  return noMapping;
}

function readLimits(reader: EnvironmentReader): DirectoryLimits {
  const { channels, technicians, groupsPerChannel } = usualDirectoryLimits;
  return {
    channels: reader.number('LIMIT_CHANNELS') ?? channels,
    technicians: reader.number('LIMIT_TECHNICIANS') ?? technicians,
    groupsPerChannel: reader.number('LIMIT_GROUPS_PER_CHANNEL') ?? groupsPerChannel,
  };
}

function readTurn(reader: EnvironmentReader): TurnConfig | null {
  const [given, secret] = [reader.optional('TURN_URLS'), reader.optional('TURN_SECRET')];
  if (given === null && secret === null) return null;
  if (given === null || secret === null) {
    reader.complain('TURN_URLS and TURN_SECRET belong together: set both or neither.');
    return null;
  }
  const urls = given.split(/[\s,]+/).filter((url) => url !== '');
  for (const url of urls) {
    if (turnUrl.test(url)) continue;
    reader.complain(`TURN_URLS names "${url}": write turn:host:port or turns:host:port.`);
  }
  return { urls, secret: reader.secret('TURN_SECRET') };
}

const turnUrl = /^turns?:[^\s,/?]+(?:\?transport=(?:udp|tcp))?$/;

function readTls(reader: EnvironmentReader): TlsConfig | null {
  const [certificateFile, keyFile] = [reader.file('TLS_CERT'), reader.file('TLS_KEY')];
  if (certificateFile === null && keyFile === null) return null;
  if (certificateFile === null || keyFile === null) {
    reader.complain('TLS_CERT and TLS_KEY belong together: set both or neither.');
    return null;
  }
  return { certificateFile, keyFile };
}

function readIdentityProvider(
  reader: EnvironmentReader,
  demo: DemoConfig | null,
): IdentityProviderConfig | null {
  if (reader.optional('OIDC_ISSUER') === null) {
    if (demo === null) {
      reader.complain(
        'OIDC_ISSUER is missing: name your identity provider. The embedded one serves the demonstration only (MAYDAY_DEMO=1).',
      );
    }
    return null;
  }
  const issuer = reader.url('OIDC_ISSUER', ['http:', 'https:']);
  if (issuer.protocol === 'http:' && !loopback.has(issuer.hostname)) {
    reader.complain('OIDC_ISSUER is plain HTTP: anybody on the way could sign in as anybody.');
  }
  return {
    issuer,
    clientId: reader.text('OIDC_CLIENT_ID'),
    clientSecret: reader.secret('OIDC_CLIENT_SECRET'),
    scope: reader.optional('OIDC_SCOPE') ?? 'openid profile email',
  };
}

function checkPublic(reader: EnvironmentReader, { publicUrl }: ApiConfig): void {
  if (publicUrl.protocol === 'http:' && !loopback.has(publicUrl.hostname)) {
    reader.complain(
      `PUBLIC_URL is ${publicUrl.origin}: plain HTTP serves this machine only. Use https, or a loopback address.`,
    );
  }
  if (publicUrl.pathname !== '/') {
    reader.complain('PUBLIC_URL has a path: the desk needs a host name of its own.');
  }
}
