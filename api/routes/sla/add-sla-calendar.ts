import { calendarFaults } from '../../../workflows/domain/sla/calendar-faults.js';
import type { Calendar, OpenInterval } from '../../../workflows/domain/sla/calendar.js';
import type { components } from '../../generated/openapi.js';
import type { ChannelOperation } from '../../operation.js';
import { inBody } from '../../problems/in-body.js';
import { refuseFaults } from '../../problems/unfit.js';
import { countsFrom } from '../../sla/counts-from.js';
import { keepingKeys } from '../../sla/keeping-keys.js';
import { zoneFaults } from '../../sla/zone-faults.js';

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
  refuseFaults([
    ...inBody(calendarFaults(calendar), '/content'),
    ...zoneFaults(zone, '/body/content/zone'),
  ]);
  return calendar;
}

function daysOf(days: Content['week']): Record<string, OpenInterval[]> {
  return Object.fromEntries(
    Object.entries(days).map(([day, intervals]) => {
      return [day, intervals.map(([from = '', to = '']): OpenInterval => [from, to])];
    }),
  );
}
