import { WillingDevice } from '../desktop/willing-device.js';
import type { House } from '../supervisor/house.js';
import { until } from '../supervisor/until.js';
import { TechnicianDesk } from '../technician/technician-desk.js';

/** What stands at the desk while it is attacked, so that there is something to hit. */
export interface Scenery {
  /** Sessions in every state. */
  readonly sessions: readonly string[];
  close(): void;
}

/** Makes sessions that wait, are ready, active, on hold and closed. */
export async function setScenery({ url, secrets }: House): Promise<Scenery> {
  const greta = await TechnicianDesk.open(url, 'greta', secrets.MAYDAY_DEMO_PASSWORD);
  const devices: WillingDevice[] = [];
  const sessions: string[] = [];

  const invite = async (name: string, assign: 'me' | 'queue' = 'me') => {
    const subject = `A session that is ${name}`;
    const { session, link } = await greta.invite({ name, subject, channel: 'general', assign });
    sessions.push(session.id);
    return { id: session.id, url: link.url };
  };
  const ready = async (name: string) => {
    const { id, url: link } = await invite(name);
    devices.push(await WillingDevice.follow(link));
    return id;
  };

  await invite('waiting');
  await invite('unassigned', 'queue');
  await ready('ready');
  await greta.hold(await ready('on hold'), 'waiting-user');
  await greta.close(await ready('closed'), 'solved');
  const active = await ready('active');
  await greta.start(active, ['view', 'control']);
  await until('a session to be active', async () => {
    return (await greta.session(active)).state === 'active';
  });
  return {
    sessions,
    close() {
      for (const device of devices) device.close();
    },
  };
}
