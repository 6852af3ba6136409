import type { SessionEvent } from './events.js';
import type { Collaborator } from './session.js';

type CollaboratorEvent = Extract<
  SessionEvent,
  { type: 'collaborator-invited' | 'collaborator-joined' | 'collaborator-left' }
>;

/** Who is beside the assignee after an event; who joins uninvited is there by their own word. */
export function collaboratorsAfter(
  before: readonly Collaborator[],
  event: CollaboratorEvent,
): readonly Collaborator[] {
  const { technician, at, by } = event;
  const others = before.filter((one) => one.technician !== technician);
  switch (event.type) {
    case 'collaborator-invited':
      return [...others, { technician, by, invitedAt: at, guest: event.guest, joinedAt: null }];
    case 'collaborator-joined': {
      const invited = before.find((one) => one.technician === technician);
      if (!invited) {
        return [...others, { technician, by, invitedAt: at, guest: null, joinedAt: at }];
      }
      return before.map((one) => (one === invited ? { ...one, joinedAt: at } : one));
    }
    case 'collaborator-left':
      return others;
  }
}
