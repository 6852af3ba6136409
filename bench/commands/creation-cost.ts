import { TechnicianDesk } from '../../deploy/technician/technician-desk.js';
import type { Timed } from '../measure/interleave.js';
import type { Measurement } from '../measurement.js';
import { bareWorkflows, type BareWorkflows } from './bare-workflows.js';
import { startBenchHouse, type BenchHouse } from './bench-house.js';
import { timedRatio } from './timed-ratio.js';

/** P2: what a new session costs until its link can be followed, sign-in and policy included. */
export const creationCost: Measurement = {
  id: 'P2',
  what: 'create a session over HTTP until its link is usable ÷ bare workflow start + one insert',
  measure: async ({ quick }) => {
    const desk = await startBenchHouse();
    const bare = await bareWorkflows(desk.temporal, desk.temporalAddress);
    try {
      await desk.database.query('create table bare_row (id text primary key, said text not null)');
      const comparison = {
        ours: await creations(desk),
        bare: startsWithInsert('bare start and insert', desk, bare),
        control: startsWithInsert('bare start and insert again', desk, bare),
      };
      const { id, what } = creationCost;
      return [await timedRatio(comparison, { id, what, goal: 1.6, quick })];
    } finally {
      await bare.close();
      await desk.close();
    }
  },
};

async function creations({ house }: BenchHouse): Promise<Timed> {
  const greta = await TechnicianDesk.open(house.url, 'greta', house.secrets.MAYDAY_DEMO_PASSWORD);
  return {
    name: 'create a session',
    run: async () => {
      await greta.invite({
        name: 'Petra Lindgren',
        subject: 'The printer does not answer',
        channel: 'design-mac',
      });
    },
  };
}

function startsWithInsert(name: string, { database }: BenchHouse, workflows: BareWorkflows): Timed {
  return {
    name,
    run: async () => {
      const { workflowId } = await workflows.start();
      await database.query('insert into bare_row values ($1, $2)', [workflowId, 'said']);
    },
  };
}
