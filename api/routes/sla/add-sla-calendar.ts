import { calendarFaults } from '../../../workflows/domain/sla/calendar-faults.js';
import type { Calendar, OpenInterval } from '../../../workflows/domain/sla/calendar.js';
import { UnknownZone, zoneRules } from '../../../activities/sla/zone-rules.js';
import type { components } from '../../generated/openapi.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { countsFrom } from '../../sla/counts-from.js';
import { keepingKeys } from '../../sla/keeping-keys.js';

type Content = components['schemas']['SlaCalendarContent'];

/** Adds a calendar, or a version of one that counts from an instant ahead. */
export const addSlaCalendar: ChannelOperation<'addSlaCalendar'> = {
  access: 'channel',
  action: 'sla.configure',
  channelOf: ({ body }) => body.place,
  async handle({ body }, { stores, now }, { caller, grant }) {
    const { key, place, name } = body;
    const content = calendarOf(body.content);
    const from = countsFrom(body.countsFrom, now());
    const actor = { kind: 'technician', key: caller.technician } as const;
    const calendar = { key, place, name, content, countsFrom: from };
    const version = await keepingKeys(() => stores.sla.addCalendar(calendar, { actor, ...grant }));
    return { status: 201, body: { key, version, countsFrom: from.toISOString() } };
  },
};

/** The calendar that was sent; throws with every place where it cannot be one. */
function calendarOf({ zone, week, exceptions }: Content): Calendar {
  const calendar = { zone, week: daysOf(week), exceptions: daysOf(exceptions) };
  const faults = [...calendarFaults(calendar), ...zoneFaults(zone)];
  if (faults.length === 0) return calendar;
  throw new ProblemError('unfit-request', {
    errors: faults.map((message) => ({ path: '/body/content', message })),
  });
}

function daysOf(days: Content['week']): Record<string, OpenInterval[]> {
  return Object.fromEntries(
    Object.entries(days).map(([day, intervals]) => {
      return [day, intervals.map(([from = '', to = '']): OpenInterval => [from, to])];
    }),
  );
}

function zoneFaults(zone: string): string[] {
  try {
    zoneRules(zone);
    return [];
  } catch (error) {
    if (error instanceof UnknownZone) return [error.message];
    throw error;
  }
}
