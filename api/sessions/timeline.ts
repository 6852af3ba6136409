import type { Authorizer } from '../../policies/authorize.js';
import type { SessionEvent } from '../../workflows/domain/session/events.js';
import type { components } from '../generated/openapi.js';
import { toInstant } from './instant.js';
import { actorOf, maybePersonOf } from './people.js';

type TimelineEvent = components['schemas']['TimelineEvent'];
type People = Pick<Authorizer, 'people'>;

/** An event as the timeline shows it: its place, its instant, who, and what is worth saying of it. */
export function timelineEvent(event: SessionEvent, authorizer: People): TimelineEvent {
  const { sequence, at, type, by } = event;
  return {
    sequence,
    at: toInstant(at),
    type,
    by: actorOf(authorizer, by),
    ...particulars(event, authorizer),
  };
}

function particulars(event: SessionEvent, authorizer: People): Partial<TimelineEvent> {
  switch (event.type) {
    case 'consent-asked':
    case 'consent-granted':
    case 'consent-withdrawn':
      return { scopes: [...event.scopes] };
    case 'consent-refused':
    case 'disconnected':
    case 'held':
      return { reason: event.reason };
    case 'device-joined':
      return { deviceKind: event.kind };
    case 'requested':
      return { channel: event.channel, ...personIn(authorizer, event.assignee) };
    case 'claimed':
    case 'driver-changed':
      return personIn(authorizer, event.technician);
    case 'transferred':
      return {
        channel: event.channel,
        note: event.note,
        ...personIn(authorizer, event.assignee),
      };
    case 'escalated':
      return { level: event.level, reason: event.reason };
    case 'closed':
      return { outcome: event.outcome, note: event.remark };
    default:
      return {};
  }
}

function personIn(authorizer: People, key: string | null): Pick<TimelineEvent, 'person'> {
  const person = maybePersonOf(authorizer, key);
  return person ? { person } : {};
}
