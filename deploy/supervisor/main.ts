import { readNumber } from '../../activities/settings/number-settings.mjs';
import { announcement } from './announcement.js';
import { keepCertificate } from './secrets/certificate.js';
import { HouseProblems } from './house-problems.js';
import { AlreadyRunning } from './lock/lock.js';
import { mediaAddresses } from './media-addresses.js';
import { PartFailed } from './part.js';
import { readSettings } from './settings/read-settings.js';
import type { EnvironmentSettings, TlsFiles } from './settings/settings.js';
import { endOnSignals } from './signals.js';
import { startHouse } from './start-house.js';
import { terminalProgress } from './terminal-progress.js';

const ending = endOnSignals();

/** `npm start`: a desk by the environment's settings, until Ctrl-C. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const tls = settings.tls ?? (await ownCertificate(settings));
  const house = await terminalProgress('Starting the parts of the desk', async () =>
    startHouse({
      ...settings,
      tls,
      throwaway: false,
      abort: ending.abort,
      publicAddresses: await mediaAddresses(settings.publicAddress.name),
      environment: surroundings(settings, tls),
      say: (line) => {
        console.log(`  ${line}`);
      },
      progress: terminalProgress,
    }),
  );
  console.log(announcement(house, settings.demo));
  ending.ends(house);
}

async function ownCertificate(settings: EnvironmentSettings): Promise<TlsFiles | undefined> {
  if (!settings.publicAddress.ownTls) return undefined;
  return keepCertificate(`${settings.data}/tls`, settings.publicAddress.name);
}

/** The demonstration's sign-in is reached through the desk's own address, so a certificate made here must be believed; and a proxy that does the encryption is the one hop to trust. */
function surroundings(
  { publicAddress, tls: given }: EnvironmentSettings,
  tls: TlsFiles | undefined,
): Record<string, string> {
  const made = given === undefined && tls !== undefined;
  return {
    ...(made ? { NODE_EXTRA_CA_CERTS: tls.cert } : {}),
    ...(publicAddress.behindProxy
      ? { TRUSTED_PROXIES: String(readNumber(process.env, 'TRUSTED_PROXIES', []) ?? 1) }
      : {}),
  };
}

/** What a person can act on is told in sentences; anything else is a fault of ours and keeps its stack. */
function explain(error: unknown): void {
  if (error instanceof HouseProblems) {
    console.error('\nMayday cannot start yet:');
    for (const problem of error.problems) console.error(`  - ${problem}`);
  } else if (ending.abort.aborted) {
    console.error('\n  Ended before it was ready.');
  } else if (error instanceof AlreadyRunning || error instanceof PartFailed) {
    console.error(`\n${error.message}`);
  } else {
    console.error(error);
  }
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exit(1);
}
