import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { House } from './house.js';
import { AlreadyRunning } from './lock/lock.js';
import type { PartName } from './part.js';
import { appUrl, ownerUrl } from './parts/desk-database.js';
import { startHouse } from './start-house.js';

const embedded: readonly PartName[] = ['postgres', 'temporal', 'janus'];

describe('A house of embedded parts', () => {
  let house: House;

  beforeAll(async () => {
    house = await startHouse({ parts: embedded });
  }, 120_000);

  afterAll(async () => {
    await house.stop();
    expect(existsSync(house.data)).toBeFalse();
  });

  it('is there when its start resolves', () => {
    expect(embedded.map((name) => house.parts[name]?.state)).toEqual(['ready', 'ready', 'ready']);
  });

  it('keeps its secrets from others', () => {
    expect(statSync(join(house.data, 'secrets.json')).mode & 0o077).toBe(0);
  });

  it('gives the application a role that may not create anything', async () => {
    const client = await connected(house, appUrl);
    await expectAsync(client.query('create table mine (id int)')).toBeRejectedWithError(
      /permission denied/,
    );
    await client.end();
  });

  it('gives the owner a role that may', async () => {
    const client = await connected(house, ownerUrl);
    await expectAsync(client.query('create table ours (id int)')).toBeResolved();
    await client.end();
  });

  for (const name of embedded) {
    it(`brings ${name} back when it is killed`, async () => {
      const before = house.parts[name]?.pid;
      await house.kill(name);
      await house.whenReady(name);
      expect(house.parts[name]?.pid).not.toBe(before);
    }, 60_000);
  }

  it('has its data folder to itself', async () => {
    await expectAsync(startHouse({ parts: [], data: house.data })).toBeRejectedWithError(
      AlreadyRunning,
      /already runs/,
    );
  });
});

async function connected({ environment, secrets }: House, urlOf: typeof appUrl): Promise<Client> {
  const port = Number(new URL(environment['DATABASE_URL'] ?? '').port);
  const connectionString = urlOf({
    superUrl: '',
    port,
    ownerPassword: secrets.DATABASE_OWNER_PASSWORD,
    appPassword: secrets.DATABASE_APP_PASSWORD,
  });
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}
