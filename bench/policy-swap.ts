import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SchemaDecisionExplanation } from '../api/generated/openapi.js';
import { clientOf } from '../deploy/journeys/running-media.js';
import type { House } from '../deploy/supervisor/house.js';
import { logFileIn } from '../deploy/supervisor/house-environment.js';
import { planApi } from '../deploy/supervisor/parts/desk-process.js';
import { project } from '../deploy/supervisor/places.js';
import { freePorts } from '../deploy/supervisor/settings/ports.js';
import { startHouse } from '../deploy/supervisor/start-house.js';
import { SupervisedPart } from '../deploy/supervisor/supervised-part.js';
import { percentile } from './measure/percentile.js';
import type { Finding } from './measure/result.js';
import { atMost } from './measure/verdict.js';
import type { Measurement } from './measurement.js';

const goal = 2_000;
const usualRuns = 30;
const quickRuns = 5;
const lookEveryMs = 10;
const givenUpAfterMs = 30_000;
const switchedOff = 'role:channel-technician,tool.annotate,off\n';
const question =
  '/api/policy/explanation?technician=ana&channel=general&action=tool.annotate&relation=own';

/** How long a changed file of the policy waits until every process of the API decides by it. */
export const policySwap: Measurement = {
  id: 'POLICY-SWAP',
  what: 'a file of the policy written → in force in each of two API processes',
  measure: async ({ quick, runs = quick ? quickRuns : usualRuns }) => {
    const policy = mkdtempSync(join(tmpdir(), 'mayday-policy-'));
    cpSync(join(project, 'policies/files'), policy, { recursive: true });
    const house = await startHouse({ environment: { POLICY_DIR: policy } });
    try {
      const first = await clientOf(house, 'mateo');
      const second = await secondApi(house);
      try {
        const processes = [first, { url: second.url, headers: first.headers }];
        const times: number[][] = [];
        while (times.length < runs) times.push(await swapOnce(policy, processes));
        return [findingOf(times)];
      } finally {
        await second.part.stop();
      }
    } finally {
      await house.stop();
      rmSync(policy, { recursive: true });
    }
  },
};

/** A process of the API, and as whom it is asked. */
interface Asker {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Another process of the API beside the house's own, for whoever opened it to stop. */
async function secondApi(house: House): Promise<{ url: string; part: SupervisedPart }> {
  const { api } = await freePorts();
  const url = `http://127.0.0.1:${api}`;
  const environment = { ...process.env, ...house.environment, PORT: String(api) };
  const plan = planApi({ environment, logFile: logFileIn(house.data, 'api') }, url);
  const part = new SupervisedPart(plan, () => undefined);
  await part.start();
  return { url, part };
}

/** Writes a switch that no expected decision speaks of, or takes it out; milliseconds until each process decides so. */
async function swapOnce(policy: string, processes: readonly Asker[]): Promise<number[]> {
  const switches = join(policy, 'switches.csv');
  const before = readFileSync(switches, 'utf8');
  const allowed = before.includes(switchedOff);
  const after = allowed ? before.replace(switchedOff, '') : before + switchedOff;
  writeFileSync(`${switches}.new`, after);
  // Where the desk is in its round of looks must not be where the last swap left it.
  await pause(Math.random() * 500);
  renameSync(`${switches}.new`, switches);
  const written = performance.now();
  return Promise.all(
    processes.map(async (client) => {
      while ((await mayAnnotate(client)) !== allowed) {
        if (performance.now() - written > givenUpAfterMs) throw new Error('No swap came.');
        await pause(lookEveryMs);
      }
      return performance.now() - written;
    }),
  );
}

async function mayAnnotate({ url, headers }: Asker): Promise<boolean> {
  const answer = await fetch(url + question, { headers });
  if (!answer.ok) throw new Error(`The policy could not be asked: ${answer.status}.`);
  return ((await answer.json()) as SchemaDecisionExplanation).allowed;
}

function findingOf(times: readonly (readonly number[])[]): Finding {
  const all = times.flat();
  const [first, second] = [0, 1].map((index) => times.map((one) => one[index] ?? NaN));
  const apart = times.map((one) => Math.max(...one) - Math.min(...one));
  const most = percentile(all, 1);
  return {
    id: policySwap.id,
    what: policySwap.what,
    figure: `p50 ${percentile(all, 0.5).toFixed(0)} ms, max ${most.toFixed(0)} ms, of ${times.length} swaps`,
    goal: `max ≤ ${goal} ms`,
    verdict: atMost(most, goal),
    details: [
      {
        title: 'From the file to the decisions, in ms',
        columns: ['process', 'p50', 'p99', 'max'],
        rows: [
          ['both', ...spread(all)],
          ['first', ...spread(first ?? [])],
          ['second', ...spread(second ?? [])],
          ['one after the other', ...spread(apart)],
        ],
      },
    ],
  };
}

function spread(times: readonly number[]): string[] {
  return [0.5, 0.99, 1].map((share) => percentile(times, share).toFixed(0));
}
