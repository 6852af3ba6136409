import { getTimeSkippingServer } from '../supervisor/getting/time-skipping-server.js';
import type { Progress } from '../supervisor/getting/progress.js';
import { superUrl } from '../supervisor/parts/postgres.js';
import { HouseProblems } from '../supervisor/house-problems.js';
import type { House } from '../supervisor/house.js';
import { startHouse } from '../supervisor/start-house.js';
import { cacheFolder } from '../supervisor/settings/cache-folder.mjs';

/** The Postgres, Temporal and Janus that all suites of a run share, and how specs find them. */
export interface SharedParts {
  readonly environment: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const withoutTimeSkipping =
  'There is no time-skipping Temporal server: it could be neither downloaded nor got by Maven. Install Maven and Java 17 or later.';

/** Starts the shared parts; throws HouseProblems when one of them cannot be had. */
export async function startSharedParts(progress: Progress): Promise<SharedParts> {
  const house = await progress('Starting Postgres, Temporal and Janus for the tests', () =>
    startHouse({ parts: ['postgres', 'temporal', 'janus'], progress }),
  );
  const timeSkipping = await getTimeSkippingServer(cacheFolder(process.env), progress);
  if (timeSkipping === undefined) {
    await house.stop();
    throw new HouseProblems([withoutTimeSkipping]);
  }
  const environment = {
    ...addressesOf(house),
    MAYDAY_TEST_TIME_SKIPPING: timeSkipping,
  };
  return { environment, stop: () => house.stop() };
}

/** Specs clone databases and take on roles, so they get the server's superuser. */
function addressesOf({ environment, secrets }: House) {
  const port = Number(new URL(environment['DATABASE_URL'] ?? '').port);
  return {
    MAYDAY_TEST_DATABASE_URL: superUrl(port, secrets.POSTGRES_PASSWORD),
    MAYDAY_TEST_TEMPORAL_ADDRESS: environment['TEMPORAL_ADDRESS'] ?? '',
    MAYDAY_TEST_JANUS_URL: environment['JANUS_URL'] ?? '',
    MAYDAY_TEST_JANUS_TOKEN_SECRET: secrets.JANUS_TOKEN_SECRET,
    MAYDAY_TEST_JANUS_ADMIN_KEY: secrets.JANUS_ADMIN_KEY,
  };
}
