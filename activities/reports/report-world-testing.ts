import { fileURLToPath } from 'node:url';
import { readDemonstration } from '../demonstration/read-demonstration.js';
import { seedDemonstration } from '../demonstration/seed-demonstration.js';
import { makeTestDatabase, type TestDatabase } from '../store/database-testing.js';
import { addEndedSessions, type Chance } from './days/random-world-testing.js';
import { toldSession } from './days/told-session-testing.js';
import { ReportStore } from './report-store.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Sessions at random, most of them written as facts and some told event by event, and the reports of them. */
export interface ReportWorld {
  readonly database: TestDatabase;
  readonly reports: ReportStore;
}

/** Makes a database of its own for them, which its caller drops. */
export async function openReportWorld(chance: Chance): Promise<ReportWorld> {
  const database = await makeTestDatabase();
  await seedDemonstration(database.owner, readDemonstration(root));
  await addEndedSessions(database.owner, 700, chance);
  for (let count = 0; count < 30; count += 1) await toldSession(database.app, chance);
  return { database, reports: new ReportStore(database.app) };
}
