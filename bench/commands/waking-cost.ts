import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { updates } from '../../workflows/contract.js';
import type { HoldCommand } from '../../workflows/domain/session/commands.js';
import { inLanes } from '../cpu/in-lanes.js';
import { cpuSeconds } from '../measure/cpu-time.js';
import type { Finding } from '../measure/result.js';
import { atMost } from '../measure/verdict.js';
import type { Measurement } from '../measurement.js';
import { startBenchHouse, type BenchHouse } from './bench-house.js';
import { envelope, openSession } from './open-session.js';

const goal = 8;
const usual = { full: 1_000, quick: 200 } as const;
const hold: HoldCommand = { type: 'hold', reason: 'scheduled' };
const resume: HoldCommand = { type: 'resume' };
const idleSeconds = 20;

/** P6: what it costs a worker to have its sessions in hand again after it was killed. */
export const wakingCost: Measurement = {
  id: 'P6',
  what: 'worker killed with sessions open: CPU to be warm again per session ÷ one warm task',
  measure: async ({ quick, sessions }) => {
    const desk = await startBenchHouse();
    try {
      return [await measure(desk, sessions ?? usual[quick ? 'quick' : 'full'])];
    } finally {
      await desk.close();
    }
  },
};

async function measure({ house, temporal }: BenchHouse, count: number): Promise<Finding> {
  const queue = house.environment['TEMPORAL_TASK_QUEUE'] ?? '';
  const ids = await inLanes(count, () => openSession(temporal, queue));
  await touchAll(temporal, ids, hold);
  await house.kill('worker');
  await house.whenReady('worker');
  const pid = house.parts.worker?.pid ?? NaN;
  const idle = await loadOf(pid, () => pause(1_000 * idleSeconds));
  const idleShare = idle.cpu / idle.took;
  const above = ({ cpu, took }: Load) => cpu - idleShare * took;
  const cold = above(await loadOf(pid, () => touchAll(temporal, ids, resume)));
  const warm = above(await loadOf(pid, () => touchAll(temporal, ids, hold)));
  const milliseconds = (seconds: number) => ((1_000 * seconds) / count).toFixed(1);
  return {
    id: wakingCost.id,
    what: wakingCost.what,
    figure: `${(cold / warm).toFixed(2)} with ${count} sessions`,
    goal: `≤ ${goal}`,
    verdict: atMost(cold / warm, goal),
    details: [
      {
        title: `CPU of the worker for each session, less what it uses when nothing is asked of it (${(100 * idleShare).toFixed(0)} % of a core). A task is an Update that holds or resumes it; the first after the kill fetches the history and plays it again.`,
        columns: ['', 'ms'],
        rows: [
          ['first task after the kill', milliseconds(cold)],
          ['next task', milliseconds(warm)],
        ],
      },
    ],
  };
}

/** Sends every session the same word, in the order in which they were opened. */
async function touchAll(
  temporal: Client,
  ids: readonly string[],
  command: HoldCommand,
): Promise<void> {
  await inLanes(ids.length, async (count) => {
    const workflow = temporal.workflow.getHandle(ids[count] ?? '');
    await workflow.executeUpdate(updates.hold, { args: [envelope(command)] });
  });
}

/** CPU seconds that a process used, and seconds that went by meanwhile. */
interface Load {
  readonly cpu: number;
  readonly took: number;
}

async function loadOf(pid: number, work: () => Promise<void>): Promise<Load> {
  const [before, began] = [cpuSeconds([pid]), performance.now()];
  await work();
  return { cpu: cpuSeconds([pid]) - before, took: (performance.now() - began) / 1_000 };
}
