import type { SeenDevice } from '../../../activities/directory/requester-history.js';
import { knownRequester } from '../../directory/known-requester.js';
import { channelToBeginIn } from '../../sessions/channel-to-begin-in.js';
import type { components } from '../../generated/openapi.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Somebody with their devices and sessions, cut down in the database to what the caller may see. */
export const getRequester: ChannelOperation<'getRequester'> = {
  access: 'channel',
  action: 'session.create',
  channelOf: (_request, { policy }, { technician }) =>
    channelToBeginIn(policy.authorizer, technician),
  async handle({ path }, { stores, policy, views }, { caller: { technician } }) {
    const viewer = policy.viewer(technician);
    const [found, devices, sessions] = await Promise.all([
      stores.requesters.find(path.requester),
      stores.requesterHistory.devices(viewer, path.requester),
      stores.requesterHistory.sessions(viewer, path.requester, mostSessions),
    ]);
    if (!found) throw new ProblemError('not-found');
    return {
      status: 200,
      body: {
        requester: knownRequester(found),
        devices: devices.map(shownDevice),
        sessions: sessions.map((row) => views.row(row, technician)),
      },
    };
  },
};

const mostSessions = 50;

type ShownDevice = components['schemas']['RequesterDetail']['devices'][number];

function shownDevice({ firstSeenAt, lastSeenAt, ...device }: SeenDevice): ShownDevice {
  return {
    ...device,
    firstSeenAt: firstSeenAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  };
}
