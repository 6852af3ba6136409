import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { linkKeyOf, sosTokenOf } from '../links/link-token.js';
import { makeTestDatabase, type TestDatabase } from '../store/database-testing.js';
import { readDemonstration, readDemonstrationSosCalls } from './read-demonstration.js';
import { seedDemonstration } from './seed-demonstration.js';
import { faultsOfForm } from '../../workflows/domain/sos/form.js';
import { seedSosCalls } from './seed-sos-calls.js';
import { SosCallStore } from '../doors/sos-call-store.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('The demonstration’s SOS Calls', () => {
  let database: TestDatabase;
  const linkKey = linkKeyOf(Buffer.alloc(32, 7));
  const given = readDemonstrationSosCalls(root);

  beforeAll(async () => {
    database = await makeTestDatabase();
    await seedDemonstration(database.owner, readDemonstration(root));
    await seedSosCalls(database.owner, given, linkKey);
  });
  afterAll(() => database.drop());

  it('stand on the desk’s page, and their links lead to them', async () => {
    const store = new SosCallStore(database.app);
    expect((await store.listed()).length).toBe(given.length);
    for (const { id, name, fields } of given) {
      expect(faultsOfForm(fields)).toEqual([]);
      const hash = createHash('sha256').update(sosTokenOf(linkKey, id)).digest('hex');
      expect((await store.byToken(hash))?.name).toBe(name);
    }
  });

  it('do not come back once somebody has deleted them', async () => {
    const store = new SosCallStore(database.app);
    const actor = { kind: 'technician', key: 'kofi' } as const;
    for (const { id, channel } of given) {
      await store.turn(id, channel, 'deleted', { actor, action: null, revision: null });
    }
    await seedSosCalls(database.owner, given, linkKey);
    expect(await store.listed()).toEqual([]);
  });
});
