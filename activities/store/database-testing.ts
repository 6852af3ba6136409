import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from './database.js';
import { migrateDatabase } from './migrate-database.js';

/** A database of a spec's own: as the application may use it, and as its owner. */
export interface TestDatabase {
  readonly app: Database;
  readonly owner: Database;
  readonly url: string;
  drop(): Promise<void>;
}

let template: Promise<string> | undefined;

/** Clones the migrated template; `MAYDAY_TEST_DATABASE_URL` names a server's superuser. */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const server = openDatabase(serverUrl(), 1);
  template ??= makeTemplate(server);
  return makeDatabase(server, `template ${await template}`);
}

/** Makes a database in which there is nothing, for a spec that migrates it by itself. */
export function makeEmptyDatabase(): Promise<TestDatabase> {
  return makeDatabase(openDatabase(serverUrl(), 1), '');
}

async function makeDatabase(server: Database, from: string): Promise<TestDatabase> {
  const name = `mayday_spec_${randomUUID().replaceAll('-', '')}`;
  await server.raw(`create database ${name} ${from}`);
  const url = urlOf(name);
  const owner = openDatabase(url, 4);
  const app = openAsApp(url);
  return {
    app,
    owner,
    url,
    async drop() {
      await Promise.all([app.destroy(), owner.destroy()]);
      await server.raw(`drop database ${name} with (force)`);
      await server.destroy();
    },
  };
}

async function makeTemplate(server: Database): Promise<string> {
  const name = `mayday_template_${process.pid}`;
  await server.raw(`drop database if exists ${name}`);
  await server.raw(`create database ${name}`);
  const owner = openDatabase(urlOf(name), 1);
  await migrateDatabase(owner);
  await owner.destroy();
  return name;
}

/** A ring of the bell may come after its database is gone, so this says as little of it as the desk's own. */
function openAsApp(url: string): Database {
  const asApp = new URL(url);
  asApp.searchParams.set('options', '-c role=mayday_app');
  return openDatabase(asApp.href);
}

function serverUrl(): string {
  const url = process.env['MAYDAY_TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('MAYDAY_TEST_DATABASE_URL names no Postgres for specs.');
  return url;
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}
