import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';

const levels = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'debug', // What Temporal calls information is detail to whoever runs a desk.
  WARN: 'warn',
  ERROR: 'error',
} as const;

/** Sends what Temporal has to say into the process's log; once, before a worker is made. */
export function passLogsTo(log: Logger): void {
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => {
      log[levels[level]]({ ...meta }, message);
    }),
    // The supervisor's signals are handled in one place, by the process itself.
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter: 'WARN' } },
  });
}
