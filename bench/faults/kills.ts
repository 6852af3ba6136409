import { verifyDatabase } from '../../activities/audit/verify-database.js';
import { openDatabase } from '../../activities/store/database.js';
import { ownerUrlOf } from '../../deploy/supervisor/owner-url-of.js';
import { startHouse } from '../../deploy/supervisor/start-house.js';
import { TechnicianDesk } from '../../deploy/technician/technician-desk.js';
import { Closing } from '../closing.js';
import type { Finding } from '../measure/result.js';
import { atMost } from '../measure/verdict.js';
import type { Measurement } from '../measurement.js';
import { liveThrough } from './life.js';
import { faults } from './plan.js';
import { keepProgress, readProgress, type FaultProgress } from './progress.js';
import { violationsIn } from './violations.js';

const usualRuns = 100;
const usualSeed = 1;

/** R1: that nothing is lost, done twice or left in the dark, whatever is killed at whichever step. */
export const kills: Measurement = {
  id: 'R1',
  what: 'kill -9 of each part at each step of a session, from a seed: violations of I1 to I4, I6',
  onlyByName: true,
  measure: async ({ quick, runs = quick ? 5 : usualRuns, seed = usualSeed }) => {
    const progress = await run(seed, runs);
    return [finding(progress, seed)];
  },
};

/** Goes on where an earlier run of the same seed was ended. */
async function run(seed: number, runs: number): Promise<FaultProgress> {
  const closing = new Closing();
  let progress = readProgress(seed);
  if (progress.done > 0) console.log(`    going on after ${progress.done} runs of seed ${seed}`);
  try {
    const house = await startHouse();
    closing.add(() => house.stop());
    const db = openDatabase(ownerUrlOf(house), 2);
    closing.add(() => db.destroy());
    const desk = await TechnicianDesk.open(house.url, 'greta', house.secrets.MAYDAY_DEMO_PASSWORD);
    for (const [index, fault] of faults(seed, runs).entries()) {
      if (index < progress.done) continue;
      const { part, step, afterMs } = fault;
      const when = afterMs === null ? 'before' : `${afterMs} ms into`;
      const name = `run ${index + 1}, ${part} killed ${when} ${step}`;
      const found = await tried(async () => {
        const lived = await liveThrough(fault, { house, desk });
        await house.whenReady(part);
        return violationsIn(db, lived);
      });
      for (const violation of found) console.log(`    ${name}: ${violation}`);
      const violations = [...progress.violations, ...found.map((one) => `${name}: ${one}`)];
      progress = { done: index + 1, violations };
      keepProgress(seed, progress);
    }
    const { findings } = await verifyDatabase(db, { publicKey: null, checkpoints: [] });
    const audit = findings.map((one) => `after all of them, I6: ${one}`);
    for (const violation of audit) console.log(`    ${violation}`);
    return { ...progress, violations: [...progress.violations, ...audit] };
  } finally {
    await closing.close();
  }
}

/** A session that could not be lived to its end breaks the promise too. */
async function tried(attempt: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await attempt();
  } catch (error) {
    return [`it did not come to its end: ${String(error)}`];
  }
}

function finding({ done, violations }: FaultProgress, seed: number): Finding {
  return {
    id: kills.id,
    what: kills.what,
    figure: `${violations.length} violations in ${done} runs of seed ${seed}`,
    goal: '0',
    verdict: atMost(violations.length, 0),
    details:
      violations.length === 0
        ? []
        : [{ title: 'Violations', columns: ['what'], rows: violations.map((one) => [one]) }],
  };
}
