import { lossesAt, stopBy, type Loss } from '../deploy/journeys/losses.js';
import { RunningMedia, type Stop } from '../deploy/journeys/running-media.js';
import { SignedIn } from '../deploy/journeys/signed-in.js';
import type { House } from '../deploy/supervisor/house.js';
import { startHouse } from '../deploy/supervisor/start-house.js';
import { percentile } from './measure/percentile.js';
import type { Finding } from './measure/result.js';
import { atMost, together } from './measure/verdict.js';
import type { Measurement } from './measurement.js';

const goal = 500;
const cutOffGoal = 5_000;
const usualRuns = 20;
const quickRuns = 3;

/** R5: how long somebody still sees and moves what they may not any more. */
export const lossOfRight: Measurement = {
  id: 'R5',
  what: 'consent withdrawn, right revoked, technician disabled → last accepted input and last picture; cut off from the desk → last accepted input',
  measure: async ({ quick, runs = quick ? quickRuns : usualRuns }) => {
    const house = await startHouse();
    try {
      return [await measureAt(house, runs)];
    } finally {
      await house.stop();
    }
  },
};

/** What was seen last after one kind of loss each time, in milliseconds. */
interface Stops {
  readonly loss: Loss;
  readonly seen: readonly Partial<Stop>[];
}

/** Every kind in turn, each time with a session of its own. */
async function measureAt(house: House, runs: number): Promise<Finding> {
  const people = await SignedIn.at(house, ['ana', 'elena', 'ivan', 'nora']);
  const { deskSilent, ...losses } = lossesAt(house, people);
  const all = [...Object.values<Loss>(losses), deskSilent];
  const seen = new Map<Loss, Partial<Stop>[]>(all.map((loss) => [loss, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const [loss, stops] of seen) stops.push(await stopOnce(loss, house, people));
    console.log(`  round ${run + 1} of ${runs}`);
  }
  const told = [...seen].map(([loss, stops]) => ({ loss, seen: stops }));
  return findingOf(
    told.filter(({ loss }) => loss !== deskSilent),
    told.filter(({ loss }) => loss === deskSilent),
  );
}

async function stopOnce(loss: Loss, house: House, people: SignedIn): Promise<Partial<Stop>> {
  await loss.prepare?.();
  const technician = people.as(loss.technician);
  const running = await RunningMedia.begin(house, technician, 'general');
  try {
    const wired = await running.wire(technician);
    try {
      return await stopBy(loss, running, wired);
    } finally {
      await loss.undo?.(running);
    }
  } finally {
    await running.leave();
  }
}

function findingOf(told: readonly Stops[], cutOff: readonly Stops[]): Finding {
  const [worst, silent] = [slowest(told), slowest(cutOff)];
  return {
    id: lossOfRight.id,
    what: lossOfRight.what,
    figure: `p99 ${worst.toFixed(0)} ms, of the slowest kind; ${silent.toFixed(0)} ms`,
    goal: `≤ ${goal} ms; ≤ ${cutOffGoal} ms`,
    verdict: together([atMost(worst, goal), atMost(silent, cutOffGoal)]),
    details: [
      {
        title: 'What came last, in ms after the loss was asked for',
        columns: ['what is lost', 'times', 'input p50/p99/max', 'picture p50/p99/max'],
        rows: [...told, ...cutOff].map(({ loss, seen }) => [
          loss.what,
          String(seen.length),
          distribution(inputs(seen)),
          loss.takes === 'both' ? distribution(pictures(seen)) : 'goes on',
        ]),
      },
    ],
  };
}

/** The p99 of the kind that takes longest, of input or of picture. */
function slowest(stops: readonly Stops[]): number {
  const each = stops.flatMap(({ seen }) => [inputs(seen), pictures(seen)]);
  const known = each.filter((times) => times.length > 0);
  return Math.max(...known.map((times) => percentile(times, 0.99)));
}

function inputs(seen: Stops['seen']): number[] {
  return seen.flatMap(({ input }) => input ?? []);
}

function pictures(seen: Stops['seen']): number[] {
  return seen.flatMap(({ picture }) => picture ?? []);
}

function distribution(times: readonly number[]): string {
  return [0.5, 0.99, 1].map((share) => percentile(times, share).toFixed(0)).join('/');
}
