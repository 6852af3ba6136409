import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStrong, sayablePassword, strongPassword } from './demo-password.js';

/** What an installation makes up for itself, once. */
export interface Secrets {
  /** Root key of the desk, 32 bytes in base64url. */
  readonly MAYDAY_SECRET: string;
  readonly JANUS_TOKEN_SECRET: string;
  readonly JANUS_ADMIN_KEY: string;
  readonly POSTGRES_PASSWORD: string;
  readonly DATABASE_OWNER_PASSWORD: string;
  readonly DATABASE_APP_PASSWORD: string;
  readonly MAYDAY_DEMO_PASSWORD: string;
}

/** Whether others can try the demonstration's password: then it is one that nobody guesses. */
export interface Exposure {
  readonly isPublic: boolean;
}

/** Reads the installation's secrets from its data folder; those that are missing are made and written down (mode 0600). */
export function keepSecrets(data: string, { isPublic }: Exposure = { isPublic: false }): Secrets {
  const file = join(data, 'secrets.json');
  const known = existsSync(file) ? parse(readFileSync(file, 'utf8')) : {};
  const kept: Secrets = { ...makeSecrets(), ...known };
  const isWeak = isPublic && !isStrong(kept.MAYDAY_DEMO_PASSWORD);
  const secrets = isWeak ? { ...kept, MAYDAY_DEMO_PASSWORD: strongPassword() } : kept;
  if (isWeak || Object.keys(known).length < Object.keys(secrets).length) {
    writeFileSync(file, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
  }
  return secrets;
}

function makeSecrets(): Secrets {
  const key = () => randomBytes(32).toString('base64url');
  return {
    MAYDAY_SECRET: key(),
    JANUS_TOKEN_SECRET: key(),
    JANUS_ADMIN_KEY: key(),
    POSTGRES_PASSWORD: key(),
    DATABASE_OWNER_PASSWORD: key(),
    DATABASE_APP_PASSWORD: key(),
    MAYDAY_DEMO_PASSWORD: sayablePassword(),
  };
}

function parse(text: string): Record<string, string> {
  const found: unknown = JSON.parse(text);
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(
    Object.entries(found).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
