import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { ConfigError } from './config-error.js';
import { readWorkerConfig } from './config.js';
import { composeWorker } from './compose-worker.js';

const log = pino({ name: 'worker' });

try {
  const config = readWorkerConfig(process.env);
  log.level = config.logLevel;
  const bundle = fileURLToPath(new URL('../workflows/bundle.js', import.meta.url));
  const worker = await composeWorker(config, { code: readFileSync(bundle, 'utf8') }, log);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void worker.stop());
  await worker.done;
  log.info('The worker has stopped.');
} catch (error) {
  // What an operator can mend is told in sentences, as the API does.
  if (error instanceof ConfigError) process.stderr.write(`${error.mistakes.join('\n')}\n`);
  else log.fatal(error, 'The worker cannot go on.');
  process.exitCode = 1;
}
