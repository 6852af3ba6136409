import { until } from '../../deploy/supervisor/until.js';
import { load } from './machine.js';

const quiet = 1;
const hour = 3_600_000;

/** Waits, an hour at most, until nobody else is at work on the machine. */
export async function waitForQuiet(): Promise<void> {
  if (load() < quiet) return;
  console.log(`  Waiting for a quiet machine; its load is ${load().toFixed(2)} …`);
  await until('a quiet machine', () => load() < quiet, { within: hour, every: 5_000 });
}
