import type {
  CalendarVersion,
  ChannelPromise,
  PolicyVersion,
} from '../../activities/promises/sla-configuration.js';
import type { Authorizer } from '../../policies/authorize.js';
import type { Calendar } from '../../workflows/domain/sla/calendar.js';
import type { PromisedClock } from '../../workflows/domain/sla/clock.js';
import type { components } from '../generated/openapi.js';
import { actorOf } from '../shown/people.js';

type Schemas = components['schemas'];
type People = Pick<Authorizer, 'people'>;

/** A calendar's version as the contract has it. */
export function calendarShape(
  version: CalendarVersion,
  authorizer: People,
): Schemas['SlaCalendar'] {
  const { key, version: number, place, name, release } = version;
  return {
    key,
    version: number,
    place,
    name,
    release,
    content: contentShape(version.content),
    ...madeShape(version, authorizer),
  };
}

function contentShape({ zone, week, exceptions }: Calendar): Schemas['SlaCalendarContent'] {
  return { zone, week: daysShape(week), exceptions: daysShape(exceptions) };
}

function daysShape(days: Calendar['week'] | Calendar['exceptions']): Record<string, string[][]> {
  return Object.fromEntries(
    Object.entries(days).map(([day, intervals]) => [day, intervals.map((open) => [...open])]),
  );
}

/** A policy's version as the contract has it. */
export function policyShape(version: PolicyVersion, authorizer: People): Schemas['SlaPolicy'] {
  const { key, version: number, place, name, calendar, clocks } = version;
  return {
    key,
    version: number,
    place,
    name,
    calendar,
    clocks: clocks.map(clockShape),
    ...madeShape(version, authorizer),
  };
}

function clockShape(clock: PromisedClock): Schemas['SlaClock'] {
  const { start, stop, cancel, pause, steps } = clock;
  return {
    ...clock,
    start: [...start],
    stop: [...stop],
    cancel: [...cancel],
    pause: [...pause],
    steps: steps.map((step) => ({ ...step })),
  };
}

/** What a channel promises, as the contract has it. */
export function promiseShape(promise: ChannelPromise, authorizer: People): Schemas['SlaPromise'] {
  const { channel, priority, policy } = promise;
  return { channel, priority, policy, ...madeShape(promise, authorizer) };
}

type Made = Pick<ChannelPromise, 'countsFrom' | 'madeAt' | 'madeBy'>;

function madeShape({ countsFrom, madeAt, madeBy }: Made, authorizer: People) {
  return {
    countsFrom: countsFrom.toISOString(),
    madeAt: madeAt.toISOString(),
    madeBy: actorOf(authorizer, madeBy),
  };
}
