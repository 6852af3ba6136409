import type { House } from './house.js';

/** A second Ctrl-C counts only after this long: a terminal and npm both pass on the first. */
const echo = 700;

/** Ends the house in order at the first Ctrl-C or SIGTERM, at once at the second; before there is a house, `abort` ends its start. */
export function endOnSignals(): { ends: (house: House) => void; abort: AbortSignal } {
  const starting = new AbortController();
  let house: House | undefined;
  let asked: number | undefined;

  const end = () => {
    if (asked === undefined) {
      asked = performance.now();
      if (house === undefined) starting.abort();
      else void endInOrder(house);
    } else if (performance.now() - asked > echo) {
      house?.forceStop();
      process.exit(130);
    }
  };
  process.on('SIGINT', end).on('SIGTERM', end).on('SIGHUP', end);
  if (process.env['npm_lifecycle_event'] !== undefined) whenParentEnds(end);

  return {
    abort: starting.signal,
    ends: (started) => {
      house = started;
    },
  };
}

/** A signal to npm ends the shell between us and is not always passed on; being orphaned is the sign that is left. */
function whenParentEnds(end: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 1_000);
  timer.unref();
}

async function endInOrder(house: House): Promise<void> {
  console.log('\n  Ending …');
  await house.stop();
  console.log('  Ended.');
  process.exit(0);
}
