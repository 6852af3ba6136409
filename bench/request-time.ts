import { startHouse } from '../deploy/supervisor/start-house.js';
import { TechnicianDesk } from '../deploy/technician/technician-desk.js';
import { withClosing } from './closing.js';
import { median } from './measure/percentile.js';

const warmUp = 50;

/** Milliseconds, at p50, of the least that a technician asks of a desk that is idle: to look at one session. */
export function requestTime(requests: number): Promise<number> {
  return withClosing(async (closing) => {
    const house = await startHouse();
    closing.add(() => house.stop());
    const desk = await TechnicianDesk.open(house.url, 'greta', house.secrets.MAYDAY_DEMO_PASSWORD);
    const invitation = { name: 'Petra Lindgren', subject: 'Slow', channel: 'design-mac' };
    const { session } = await desk.invite(invitation);
    const times: number[] = [];
    while (times.length < warmUp + requests) {
      const began = performance.now();
      await desk.session(session.id);
      times.push(performance.now() - began);
    }
    return median(times.slice(warmUp));
  });
}
