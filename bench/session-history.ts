import { Client, Connection } from '@temporalio/client';
import type { House } from '../deploy/supervisor/house.js';
import { startHouse } from '../deploy/supervisor/start-house.js';
import { until } from '../deploy/supervisor/until.js';
import { TechnicianDesk } from '../deploy/technician/technician-desk.js';
import { workflowIdOf } from '../workflows/contract.js';
import { WillingDevice } from '../deploy/desktop/willing-device.js';
import { atMost, together } from './measure/verdict.js';
import type { Measurement } from './measurement.js';

const goal = { events: 60, kilobytes: 40, anHourMore: 6 };

/** What happens in an hour of a busy session and is no step of its life. */
const hour = { messagesEachWay: 30, ticketsEach: 12, lostLines: 1 };

/** P1: how much Temporal keeps of a whole session. */
export const sessionHistory: Measurement = {
  id: 'P1',
  what: 'Temporal history of a whole session: create, ready, claim, start, consent, transfer, close',
  measure: async () => {
    const house = await startHouse();
    try {
      const plain = await historyOfSession(house, () => Promise.resolve());
      const longer = await historyOfSession(house, anHour);
      return [finding(plain, longer)];
    } finally {
      await house.stop();
    }
  },
};

interface History {
  readonly events: number;
  readonly bytes: number;
  /** How many events of each type, most frequent first. */
  readonly types: readonly (readonly [type: string, count: number])[];
}

type Interlude = (id: string, technician: TechnicianDesk, device: WillingDevice) => Promise<void>;

async function historyOfSession(house: House, interlude: Interlude): Promise<History> {
  const technician = await TechnicianDesk.open(
    house.url,
    'kofi',
    house.secrets.MAYDAY_DEMO_PASSWORD,
  );
  const { session, link } = await technician.invite({
    name: 'Petra Lindgren',
    subject: 'The printer does not answer',
    channel: 'design-mac',
    assign: 'queue',
  });
  const device = await WillingDevice.follow(link.url);
  try {
    await live(session.id, { technician, device, interlude });
  } finally {
    device.close();
  }
  return readHistory(house, session.id);
}

async function live(
  id: string,
  {
    technician,
    device,
    interlude,
  }: { technician: TechnicianDesk; device: WillingDevice; interlude: Interlude },
): Promise<void> {
  const reached = async (state: string): Promise<void> => {
    await until(`the session is ${state}`, async () => {
      return (await technician.session(id)).state === state;
    });
  };
  await reached('ready');
  await technician.claim(id);
  await technician.start(id, ['view', 'control']);
  await reached('active');
  await interlude(id, technician, device);
  const { channel } = await technician.session(id);
  await technician.transfer(id, channel.key);
  await technician.close(id, 'solved');
}

/** An hour without its waiting: time alone adds nothing to a history while no timer ends within it. */
async function anHour(
  id: string,
  technician: TechnicianDesk,
  device: WillingDevice,
): Promise<void> {
  for (let count = 0; count < hour.messagesEachWay; count += 1) {
    await technician.say(id, `Please try number ${count}.`);
    await device.client.say(`That was number ${count}.`);
  }
  for (let count = 0; count < hour.ticketsEach; count += 1) {
    await technician.mediaTicket(id);
    await device.client.mediaTicket();
  }
  device.reconnect();
  await until('the device is connected', async () => {
    return (await technician.session(id)).connection === 'connected';
  });
}

async function readHistory(house: House, sessionId: string): Promise<History> {
  const connection = await Connection.connect({
    address: house.environment['TEMPORAL_ADDRESS'] ?? '',
  });
  try {
    const handle = new Client({ connection }).workflow.getHandle(workflowIdOf(sessionId));
    await handle.result();
    const { historyLength, historySize } = await handle.describe();
    const { events } = await handle.fetchHistory();
    const names = (events ?? []).map(typeOf);
    const counts = Map.groupBy(names, (name) => name);
    const types = [...counts].map(([type, found]) => [type, found.length] as const);
    return {
      events: historyLength,
      bytes: historySize ?? NaN,
      types: types.toSorted(([, a], [, b]) => b - a),
    };
  } finally {
    await connection.close();
  }
}

/** Such as `workflowTaskStarted`, by the attributes that the event has. */
function typeOf(event: object): string {
  const attributes = Object.keys(event).find((name) => name.endsWith('EventAttributes'));
  return attributes?.slice(0, -'EventAttributes'.length) ?? 'unknown';
}

function finding(plain: History, longer: History) {
  const kilobytes = plain.bytes / 1000;
  const added = longer.events - plain.events;
  const verdicts = [
    atMost(plain.events, goal.events),
    atMost(kilobytes, goal.kilobytes),
    atMost(added, goal.anHourMore),
  ];
  return {
    id: sessionHistory.id,
    what: sessionHistory.what,
    figure: `${plain.events} events, ${kilobytes.toFixed(1)} kB; an hour more adds ${added} events`,
    goal: `≤ ${goal.events} events, ≤ ${goal.kilobytes} kB; ≤ ${goal.anHourMore} events`,
    verdict: together(verdicts),
    details: [
      {
        title: `Events by type. The hour is ${hour.messagesEachWay} messages each way, ${hour.ticketsEach} media tickets for each side and ${hour.lostLines} lost line, without the waiting in between.`,
        columns: ['type', 'whole session', 'with an hour more'],
        rows: plain.types.map(([type, count]) => [type, String(count), countOf(longer, type)]),
      },
    ],
  };
}

function countOf({ types }: History, wanted: string): string {
  const [, count] = types.find(([type]) => type === wanted) ?? [wanted, 0];
  return String(count);
}
