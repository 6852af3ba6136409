import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { seedSosCalls } from './demonstration/seed-sos-calls.js';
import { linkKeyOf } from './links/link-token.js';
import { seedPromises } from './demonstration/seed-promises.js';
import { openDatabase } from './store/database.js';
import { migrateDatabase } from './store/migrate-database.js';
import { seedRouting } from './demonstration/seed-routing.js';
import {
  readDemonstration,
  readDemonstrationPromises,
  readDemonstrationRouting,
  readDemonstrationSosCalls,
} from './demonstration/read-demonstration.js';
import { seedDemonstration } from './demonstration/seed-demonstration.js';

const log = pino({ name: 'migrate', level: process.env['LOG_LEVEL'] ?? 'info' });
const root = fileURLToPath(new URL('../..', import.meta.url));

const url = process.env['DATABASE_OWNER_URL'];
if (url === undefined) {
  log.fatal('DATABASE_OWNER_URL must be the postgres:// URL of the database’s owner.');
  process.exit(1);
}
const owner = openDatabase(url, 1);
try {
  const done = await migrateDatabase(owner);
  log.info({ done }, 'The database has its newest shape.');
  if (process.env['MAYDAY_DEMO'] === '1') {
    await seedDemonstration(owner, readDemonstration(root));
    await seedPromises(owner, readDemonstrationPromises(root));
    await seedRouting(owner, readDemonstrationRouting(root));
    const secret = process.env['MAYDAY_SECRET'];
    // Links follow from the desk's own secret; without it there is nothing to open them with.
    if (secret !== undefined) {
      const linkKey = linkKeyOf(Buffer.from(secret, 'base64url'));
      await seedSosCalls(owner, readDemonstrationSosCalls(root), linkKey);
    }
    log.info('The demonstration’s organisation is there.');
  }
} finally {
  await owner.destroy();
}
