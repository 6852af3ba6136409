import type { Calendar, OpenInterval } from './calendar.js';
import { calendarFaults } from './calendar-faults.js';

describe('A calendar', () => {
  const messagesOf = (calendar: Calendar) => calendarFaults(calendar).map(({ message }) => message);

  it('has no faults when its days and times are ones', () => {
    const week = {
      mon: [
        ['08:00', '12:00'],
        ['13:30', '24:00'],
      ],
      sun: [],
    } as const;
    expect(calendarFaults({ zone: 'UTC', week, exceptions: { '2026-12-25': [] } })).toEqual([]);
  });

  it('lists every day, date and time that is none', () => {
    const intervals: OpenInterval[] = [
      ['9:00', '17:00'],
      ['17:00', '09:00'],
      ['10:00', '10:00'],
    ];
    const week: Record<string, OpenInterval[]> = { monday: [], tue: intervals };
    const exceptions = { '2026-02-30': [], '2026-12-24': [['08:00', '24:30']] } as const;
    expect(messagesOf({ zone: 'UTC', week, exceptions })).toEqual([
      '"monday" is not a day (mon, tue, wed, thu, fri, sat, sun)',
      'tue: 9:00–17:00 is not HH:MM–HH:MM',
      'tue: 17:00–09:00 ends before it begins',
      'tue: 10:00–10:00 ends before it begins',
      '"2026-02-30" is not a date (YYYY-MM-DD)',
      '2026-12-24: 08:00–24:30 is not HH:MM–HH:MM',
    ]);
  });

  it('has no two intervals over one another; they may touch', () => {
    const touching = [
      ['12:00', '18:00'],
      ['08:00', '12:00'],
    ] as const;
    const week = { mon: touching, tue: [...touching, ['11:45', '12:15']] as const };
    expect(messagesOf({ zone: 'UTC', week, exceptions: {} })).toEqual([
      'tue: 11:45–12:15 overlaps 08:00–12:00',
      'tue: 12:00–18:00 overlaps 11:45–12:15',
    ]);
  });

  it('says of each fault its place, its code and what its sentence names', () => {
    const week = { mon: [['9:00', '17:00']] } as const;
    expect(calendarFaults({ zone: 'UTC', week, exceptions: { '24/12': [] } })).toEqual([
      {
        ...{ path: '/week/mon', code: 'hours-malformed' },
        message: 'mon: 9:00–17:00 is not HH:MM–HH:MM',
        values: { day: 'mon', span: '9:00–17:00' },
      },
      {
        ...{ path: '/exceptions/24/12', code: 'date-malformed' },
        message: '"24/12" is not a date (YYYY-MM-DD)',
        values: { value: '24/12' },
      },
    ]);
  });
});
