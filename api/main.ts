import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { ConfigError } from '../activities/config-error.js';
import { PolicyRefused } from '../policies/policy-in-force.js';
import { faultLine } from '../policies/reading/fault.js';
import { startApi } from './compose.js';
import { readConfig } from './config.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: { part: 'api' } });
  const api = await startApi(config, log, root);
  const stopped = Promise.withResolvers<NodeJS.Signals>();
  process.once('SIGTERM', stopped.resolve);
  process.once('SIGINT', stopped.resolve);
  const signal = await stopped.promise;
  log.info({ signal }, 'The desk closes.');
  await api.stop();
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${sentencesOf(error).join('\n')}\n`);
  process.exitCode = 1;
}

/** What is wrong, as an operator can read it. */
function sentencesOf(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.mistakes;
  if (error instanceof PolicyRefused) return error.faults.map(faultLine);
  return [error instanceof Error ? (error.stack ?? error.message) : 'The API could not start.'];
}
