import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** The desk's database and its two roles: the owner, who migrates, and the application, who may only do what migrations grant. */
export interface DeskDatabase {
  readonly superUrl: string;
  readonly port: number;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

/** Makes roles and database where they are missing. Roles belong to the cluster, so their passwords stay those of the first start. */
export async function makeDeskDatabase(desk: DeskDatabase): Promise<void> {
  await withClient(desk.superUrl, async (client) => {
    await makeRole(client, 'mayday_owner', desk.ownerPassword, 'createdb createrole');
    const found = await client.query('select from pg_database where datname = $1', ['mayday']);
    if (found.rowCount === 0) await client.query('create database mayday owner mayday_owner');
    await client.query('revoke all on database mayday from public');
  });
  await withClient(ownerUrl(desk), async (client) => {
    await makeRole(client, 'mayday_app', desk.appPassword, '');
    await client.query('grant connect on database mayday to mayday_app');
  });
}

/** The URL for migrations. */
export function ownerUrl({ port, ownerPassword }: DeskDatabase): string {
  return `postgres://mayday_owner:${ownerPassword}@127.0.0.1:${port}/mayday`;
}

/** The URL for the API and the worker. */
export function appUrl({ port, appPassword }: DeskDatabase): string {
  return `postgres://mayday_app:${appPassword}@127.0.0.1:${port}/mayday`;
}

async function makeRole(
  client: Client,
  name: string,
  password: string,
  may: string,
): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [name]);
  if (found.rowCount !== 0) return;
  const role = `${escapeIdentifier(name)} login password ${escapeLiteral(password)} ${may}`;
  await client.query(`create role ${role}`);
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
