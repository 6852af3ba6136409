import { waitsOfDays } from '../../../activities/doors/waiting-store.js';
import { estimateWait } from '../../../workflows/domain/sos/wait-estimate.js';
import type { DeviceOperation } from '../../operation.js';

/** How a user's wait stands: their number, their place, and how long it may take if that is known. */
export const getWaiting: DeviceOperation<'getWaiting'> = {
  access: 'device',
  async handle(_request, { stores }, { session }) {
    const row = await stores.queue.find(session.id);
    const number = row?.number ?? null;
    const waits = session.state === 'ready' && session.assignee === null;
    if (!waits) return { status: 200, body: { number, place: null, estimate: null } };
    const [place, past] = await Promise.all([
      stores.waiting.place(session.id),
      stores.waiting.pastWaits(session.channel),
    ]);
    const estimate = estimateWait(past, place);
    return {
      status: 200,
      body: { number, place, estimate: estimate && { ...estimate, days: waitsOfDays } },
    };
  },
};
