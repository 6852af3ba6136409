import { join } from 'node:path';
import { startHouse } from '../../deploy/supervisor/start-house.js';
import { signIn } from '../../deploy/technician/sign-in.js';
import { TechnicianDesk } from '../../deploy/technician/technician-desk.js';
import { type Closing, withClosing } from '../closing.js';
import type { Finding } from '../measure/result.js';
import type { Measurement } from '../measurement.js';
import { ReadyProcess } from '../ready-process.js';
import { Asker } from './asker.js';
import { workPerCpu, type Worked } from './work-per-cpu.js';

const goal = 0.5;
const extents = {
  full: { blocks: 10, ours: 3_000, bare: 12_000 },
  quick: { blocks: 3, ours: 800, bare: 3_000 },
} as const;

/** What Node sets by itself. */
const ofTheConnection: ReadonlySet<string> = new Set(['connection', 'date', 'keep-alive']);

/** P11: what sign-in, validation, policy and JSON add to Express, which carries them. */
export const requestsPerCpu: Measurement = {
  id: 'P11',
  what: 'requests per CPU second of the whole API ÷ Express alone with the same bytes',
  measure: ({ quick }) =>
    withClosing(async (closing) => {
      return [await measure(closing, extents[quick ? 'quick' : 'full'])];
    }),
};

async function measure(
  closing: Closing,
  { blocks, ours, bare }: { blocks: number; ours: number; bare: number },
): Promise<Finding> {
  const api = await askingForSession(closing);
  const { headers, body } = await api.asker.ask();
  const same = Object.entries(headers).filter(([name]) => !ofTheConnection.has(name));
  const express = await ReadyProcess.start(join(import.meta.dirname, 'bare-express-process.js'), [
    JSON.stringify(Object.fromEntries(same)),
    body.toString('base64'),
  ]);
  closing.add(() => express.close());
  const bareAsker = new Asker(new URL(`http://127.0.0.1:${String(express.told)}/`));
  closing.add(() => {
    bareAsker.close();
  });
  const askBare = { pid: express.pid, run: () => asked(bareAsker, bare) };
  return workPerCpu(
    {
      ours: { name: 'the API', pid: api.pid, run: () => asked(api.asker, ours) },
      bare: { name: 'Express alone', ...askBare },
      control: { name: 'Express alone again', ...askBare },
    },
    {
      id: requestsPerCpu.id,
      what: requestsPerCpu.what,
      goal,
      blocks,
      unit: 'requests',
      about: `Somebody signed in looks at one session, ${body.length} bytes; what Postgres uses for it does not count.`,
    },
  );
}

/** A technician who looks at a session, from many addresses, so that the limit of none is reached. */
async function askingForSession(closing: Closing): Promise<{ asker: Asker; pid: number }> {
  const house = await startHouse({ environment: { TRUSTED_PROXIES: '1' } });
  closing.add(() => house.stop());
  const password = house.secrets.MAYDAY_DEMO_PASSWORD;
  const desk = await TechnicianDesk.open(house.url, 'greta', password);
  const invitation = { name: 'Petra Lindgren', subject: 'Slow', channel: 'design-mac' };
  const { session } = await desk.invite(invitation);
  const { cookie } = await signIn(house.url, 'greta', password);
  const asker = new Asker(new URL(`/api/sessions/${session.id}`, house.url), (count) => ({
    Cookie: cookie,
    'X-Forwarded-For': `198.51.100.${count % 250}`,
  }));
  closing.add(() => {
    asker.close();
  });
  return { asker, pid: house.parts.api?.pid ?? NaN };
}

async function asked(asker: Asker, times: number): Promise<Worked> {
  await asker.askOften(times);
  return times;
}
