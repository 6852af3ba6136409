import type { Client } from '@temporalio/client';
import { updates } from '../../workflows/contract.js';
import type { Timed } from '../measure/interleave.js';
import type { Measurement } from '../measurement.js';
import { bareWorkflows, type BareWorkflows } from './bare-workflows.js';
import { nothing, nothingRecorded } from './bare-workflow.js';
import { startBenchHouse, type BenchHouse } from './bench-house.js';
import { comeToRest } from './come-to-rest.js';
import { envelope, openSession } from './open-session.js';
import { timedRatio } from './timed-ratio.js';

const pool = 20;

/** P3: what it costs that a claim decides, records and is audited. */
export const claimCost: Measurement = {
  id: 'P3',
  what: 'claim ÷ bare no-op Update, at the Temporal client',
  measure: async ({ quick }) => {
    const desk = await startBenchHouse();
    const bare = await bareWorkflows(desk.temporal, desk.temporalAddress);
    try {
      const doers = { temporal: desk.temporal, workflows: bare };
      const comparison = {
        ours: await claims(desk),
        between: await noOps('Update with an empty local activity and a timer', {
          ...doers,
          update: nothingRecorded,
        }),
        bare: await noOps('bare Update', { ...doers, update: nothing }),
        control: await noOps('bare Update again', { ...doers, update: nothing }),
      };
      const { id, what } = claimCost;
      return [await timedRatio(comparison, { id, what, goal: 1.4, quick })];
    } finally {
      await bare.close();
      await desk.close();
    }
  },
};

/** Claims sessions in turn; each is given back to its queue before. */
async function claims({ temporal, house }: BenchHouse): Promise<Timed> {
  const queue = house.environment['TEMPORAL_TASK_QUEUE'] ?? '';
  const ids = await Promise.all(Array.from({ length: pool }, () => openSession(temporal, queue)));
  const claimed = new Set<string>();
  let turn = 0;
  return {
    name: 'claim',
    prepare: async () => {
      turn += 1;
      const id = ids[turn % pool] ?? '';
      if (claimed.delete(id)) await giveBack(temporal, id);
      await comeToRest(temporal, id);
    },
    run: async () => {
      const id = ids[turn % pool] ?? '';
      const args = [envelope({ type: 'claim' } as const)] as const;
      await temporal.workflow.getHandle(id).executeUpdate(updates.claim, { args: [...args] });
      claimed.add(id);
    },
  };
}

async function giveBack(temporal: Client, id: string): Promise<void> {
  const transfer = envelope({
    type: 'transfer',
    channel: 'design-mac',
    assignee: null,
    note: null,
  });
  await temporal.workflow.getHandle(id).executeUpdate(updates.transfer, { args: [transfer] });
}

interface NoOps {
  readonly temporal: Client;
  readonly workflows: BareWorkflows;
  readonly update: typeof nothing;
}

async function noOps(name: string, { temporal, workflows, update }: NoOps): Promise<Timed> {
  const ids = await Promise.all(Array.from({ length: pool }, () => workflows.start()));
  let turn = 0;
  const next = async (): Promise<void> => {
    const id = ids[turn % pool]?.workflowId ?? '';
    const args = envelope({ type: 'claim' });
    await temporal.workflow.getHandle(id).executeUpdate(update, { args: [args] });
  };
  return {
    name,
    // As often spoken to as a session that is given back, so that histories are as long.
    prepare: async () => {
      turn += 1;
      if (turn > pool) await next();
      await comeToRest(temporal, ids[turn % pool]?.workflowId ?? '');
    },
    run: next,
  };
}
