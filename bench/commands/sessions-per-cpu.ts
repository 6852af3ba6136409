import type { Client } from '@temporalio/client';
import { inLanes } from '../cpu/in-lanes.js';
import { workPerCpu, type Worker } from '../cpu/work-per-cpu.js';
import type { Finding } from '../measure/result.js';
import type { Measurement } from '../measurement.js';
import { nothingRecorded } from './bare-workflow.js';
import { bareWorkflows, type BareWorkflows } from './bare-workflows.js';
import { startBenchHouse, type BenchHouse } from './bench-house.js';
import { envelope } from './open-session.js';
import { leadSession, updatesOfLife } from './session-life.js';

const goal = 0.8;
const extents = { full: { blocks: 10, sessions: 80 }, quick: { blocks: 3, sessions: 24 } } as const;

/** P5: what deciding and recording take of a worker, beside what Temporal's own work does. */
export const sessionsPerCpu: Measurement = {
  id: 'P5',
  what: 'whole sessions per worker CPU second ÷ a workflow with as many events that does nothing',
  measure: async ({ quick }) => {
    const desk = await startBenchHouse();
    const bare = await bareWorkflows(desk.temporal, desk.temporalAddress);
    try {
      return [await measure(desk, bare, extents[quick ? 'quick' : 'full'])];
    } finally {
      await bare.close();
      await desk.close();
    }
  },
};

async function measure(
  { house, temporal }: BenchHouse,
  workflows: BareWorkflows,
  { blocks, sessions }: { blocks: number; sessions: number },
): Promise<Finding> {
  const queue = house.environment['TEMPORAL_TASK_QUEUE'] ?? '';
  const lead = () => leadSession(temporal, queue);
  const leadNothing = () => leadBare(workflows);
  const events = [
    await eventsOf(temporal, await lead()),
    await eventsOf(temporal, await leadNothing()),
  ];
  const many = (one: () => Promise<string>): Worker['run'] => {
    return async () => (await inLanes(sessions, one)).length;
  };
  return workPerCpu(
    {
      ours: { name: 'sessions', pid: house.parts.worker?.pid ?? NaN, run: many(lead) },
      bare: { name: 'bare workflows', pid: workflows.pid, run: many(leadNothing) },
      control: { name: 'bare workflows again', pid: workflows.pid, run: many(leadNothing) },
    },
    {
      id: sessionsPerCpu.id,
      what: sessionsPerCpu.what,
      goal,
      blocks,
      unit: 'Workflows',
      about: `Request, join, claim, start, consent, transfer and close are an Update each; the bare one has as many, each with an empty local activity and a timer. Their histories have ${events.join(' and ')} events.`,
    },
  );
}

async function leadBare(workflows: BareWorkflows): Promise<string> {
  const workflow = await workflows.start(updatesOfLife);
  for (let sent = 0; sent < updatesOfLife; sent += 1) {
    await workflow.executeUpdate(nothingRecorded, { args: [envelope({ type: 'claim' })] });
  }
  await workflow.result();
  return workflow.workflowId;
}

async function eventsOf(temporal: Client, workflowId: string): Promise<number> {
  return (await temporal.workflow.getHandle(workflowId).describe()).historyLength;
}
