import type { SessionOperation } from '../../operation.js';
import { timelineEvent } from '../../sessions/timeline.js';

/** What happened, in order. */
export const getTimeline: SessionOperation<'getTimeline'> = {
  access: 'session',
  action: 'session.view',
  async handle({ path }, { stores, policy }) {
    const events = await stores.record.events(path.id);
    const { authorizer } = policy;
    return {
      status: 200,
      body: { events: events.map((event) => timelineEvent(event, authorizer)) },
    };
  },
};
