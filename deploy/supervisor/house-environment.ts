import { join } from 'node:path';
import { appUrl, ownerUrl, type DeskDatabase } from './parts/desk-database.js';
import { superUrl } from './parts/postgres.js';
import type { Secrets } from './secrets/secrets.js';
import type { HouseSettings } from './settings/settings.js';

/** Environment of the worker and the API: where the other parts are and the secrets that they share. */
export function deskEnvironment(settings: HouseSettings, secrets: Secrets): Record<string, string> {
  const { data, host, ports, publicUrl, tls, demo, environment } = settings;
  return {
    DATABASE_URL: settings.elsewhere.databaseUrl ?? appUrl(deskDatabase(settings, secrets)),
    TEMPORAL_ADDRESS: temporalAddress(settings),
    TEMPORAL_NAMESPACE: settings.temporalNamespace,
    TEMPORAL_TASK_QUEUE: settings.temporalTaskQueue,
    ...janusEnvironment(settings, secrets),
    PUBLIC_URL: publicUrl,
    PORT: String(ports.api),
    HOST: host,
    MAYDAY_SECRET: secrets.MAYDAY_SECRET,
    MAYDAY_DATA: data,
    ...(tls === undefined ? {} : { TLS_CERT: tls.cert, TLS_KEY: tls.key }),
    ...(demo ? { MAYDAY_DEMO: '1', MAYDAY_DEMO_PASSWORD: secrets.MAYDAY_DEMO_PASSWORD } : {}),
    ...environment,
  };
}

/** Environment of the migrations: the desk's, and the URL of the database's owner; undefined when that is not known. */
export function migrationEnvironment(
  settings: HouseSettings,
  secrets: Secrets,
): Record<string, string> | undefined {
  const { databaseUrl, databaseOwnerUrl } = settings.elsewhere;
  const owner =
    databaseUrl === undefined ? ownerUrl(deskDatabase(settings, secrets)) : databaseOwnerUrl;
  if (owner === undefined) return undefined;
  return { ...deskEnvironment(settings, secrets), DATABASE_OWNER_URL: owner };
}

/** Where Temporal answers. */
export function temporalAddress({ elsewhere, ports }: HouseSettings): string {
  return elsewhere.temporalAddress ?? `127.0.0.1:${ports.temporal}`;
}

/** The embedded server's desk database. */
export function deskDatabase({ ports }: HouseSettings, secrets: Secrets): DeskDatabase {
  return {
    superUrl: superUrl(ports.postgres, secrets.POSTGRES_PASSWORD),
    port: ports.postgres,
    ownerPassword: secrets.DATABASE_OWNER_PASSWORD,
    appPassword: secrets.DATABASE_APP_PASSWORD,
  };
}

/** The file below a data folder that a part writes its log to. */
export function logFileIn(data: string, part: string): string {
  return join(data, 'logs', `${part}.log`);
}

function janusEnvironment({ elsewhere, ports }: HouseSettings, secrets: Secrets) {
  return {
    JANUS_URL: elsewhere.janusUrl ?? `ws://127.0.0.1:${ports.janus}`,
    JANUS_TOKEN_SECRET: elsewhere.janusTokenSecret ?? secrets.JANUS_TOKEN_SECRET,
    JANUS_ADMIN_KEY: elsewhere.janusAdminKey ?? secrets.JANUS_ADMIN_KEY,
  };
}
