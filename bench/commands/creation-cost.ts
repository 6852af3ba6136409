import { workflowIdOf } from '../../workflows/contract.js';
import { TechnicianDesk } from '../../deploy/technician/technician-desk.js';
import type { Timed } from '../measure/interleave.js';
import type { Measurement } from '../measurement.js';
import { bareWorkflows } from './bare-workflows.js';
import { startBenchHouse, type BenchHouse } from './bench-house.js';
import { comeToRest } from './come-to-rest.js';
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
      const startWithInsert = async (): Promise<string> => {
        const { workflowId } = await bare.start();
        await desk.database.query('insert into bare_row values ($1, $2)', [workflowId, 'said']);
        return workflowId;
      };
      const inTurn = oneAfterTheOther(desk);
      const comparison = {
        ours: inTurn('create a session', await creation(desk)),
        bare: inTurn('bare start and insert', startWithInsert),
        control: inTurn('bare start and insert again', startWithInsert),
      };
      const { id, what } = creationCost;
      return [await timedRatio(comparison, { id, what, goal: 1.6, quick })];
    } finally {
      await bare.close();
      await desk.close();
    }
  },
};

/** Starts a workflow, and gives its id. */
type Start = () => Promise<string>;

/** Each begins when the workflow that was started last has nothing to do any more: all three leave it something. */
function oneAfterTheOther({ temporal }: BenchHouse): (name: string, start: Start) => Timed {
  let last: string | null = null;
  return (name, start) => ({
    name,
    prepare: async () => {
      if (last !== null) await comeToRest(temporal, last);
    },
    run: async () => {
      last = await start();
    },
  });
}

async function creation({ house }: BenchHouse): Promise<Start> {
  const greta = await TechnicianDesk.open(house.url, 'greta', house.secrets.MAYDAY_DEMO_PASSWORD);
  return async () => {
    const { session } = await greta.invite({
      name: 'Petra Lindgren',
      subject: 'The printer does not answer',
      channel: 'design-mac',
    });
    return workflowIdOf(session.id);
  };
}
