import type { Authorizer } from '../../policies/authorize.js';
import type { SessionEvent } from '../../workflows/domain/session/events.js';
import type { components } from '../generated/openapi.js';
import { toInstant } from '../shown/instant.js';
import { actorOf, maybePersonOf } from '../shown/people.js';

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
      return { scopes: [...event.scopes] };
    case 'consent-withdrawn':
      return {
        scopes: [...event.scopes],
        ...(event.reason === undefined ? {} : { reason: event.reason }),
      };
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
    case 'offered':
    case 'collaborator-invited':
    case 'collaborator-joined':
    case 'taken-over':
      return personIn(authorizer, event.technician);
    case 'offer-declined':
    case 'collaborator-left':
      return { reason: event.reason, ...personIn(authorizer, event.technician) };
    case 'transfer-offered':
      return { ...targetOf(event, authorizer), warm: event.warm, note: event.note };
    case 'transfer-declined':
      return { reason: event.reason };
    case 'priority-changed':
      return { priority: event.priority };
    case 'transferred':
      return {
        channel: event.channel,
        note: event.note,
        ...personIn(authorizer, event.assignee),
        ...groupIn(authorizer, event.group),
      };
    case 'sla-step':
      return { clock: event.clock, percent: event.percent, reason: event.action };
    case 'retargeted':
      return { clock: event.clock, seconds: event.target };
    case 'escalated':
      return {
        level: event.level,
        reason: event.reason,
        ...(event.rule === undefined ? {} : { rule: event.rule }),
      };
    case 'closed':
      return { outcome: event.outcome, note: event.remark };
    default:
      return {};
  }
}

function targetOf(
  { to, channel }: Extract<SessionEvent, { type: 'transfer-offered' }>,
  authorizer: People,
): Partial<TimelineEvent> {
  return {
    channel,
    ...(to.kind === 'technician' ? personIn(authorizer, to.key) : {}),
    ...(to.kind === 'group' ? groupIn(authorizer, to.key) : {}),
  };
}

function groupIn({ people }: People, key: string | undefined): Pick<TimelineEvent, 'group'> {
  if (key === undefined) return {};
  const found = people.organisation.groups.find((group) => group.key === key);
  return { group: { key, name: found?.name ?? key } };
}

function personIn(authorizer: People, key: string | null): Pick<TimelineEvent, 'person'> {
  const person = maybePersonOf(authorizer, key);
  return person ? { person } : {};
}
