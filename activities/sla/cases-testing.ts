import fc from 'fast-check';
import { weekdays, type Calendar, type OpenInterval } from '../../workflows/domain/sla/calendar.js';
import type { ClockEvent, ClockTerms } from '../../workflows/domain/sla/clock.js';
import type { Counted } from './minute-counter-testing.js';
import { zoneRules } from './zone-rules.js';

const minute = 60_000;

/** Something to be counted, and where. */
export interface PlacedCase extends Counted {
  readonly place: (typeof places)[number];
}

/** Zones and dates where wall clocks do strange things, and one where they do not. */
export const places = (
  [
    ['America/New_York', '2026-10-30T12:00:00Z'],
    ['America/New_York', '2026-03-06T12:00:00Z'],
    ['America/Los_Angeles', '2026-03-06T12:00:00Z'],
    ['America/St_Johns', '2026-10-30T12:00:00Z'],
    ['America/Sao_Paulo', '2018-11-02T12:00:00Z'],
    ['America/Sao_Paulo', '2026-11-20T12:00:00Z'],
    ['America/Caracas', '2016-04-29T12:00:00Z'],
    ['America/Santiago', '2026-09-04T12:00:00Z'],
    ['America/Havana', '2026-10-30T12:00:00Z'],
    ['America/Scoresbysund', '2024-03-29T12:00:00Z'],
    ['Atlantic/Azores', '2026-03-27T12:00:00Z'],
    ['Europe/London', '2026-10-23T12:00:00Z'],
    ['Europe/Dublin', '2026-03-27T12:00:00Z'],
    ['Europe/Istanbul', '2016-09-06T12:00:00Z'],
    ['Europe/Moscow', '2014-10-24T12:00:00Z'],
    ['Africa/Casablanca', '2026-02-13T12:00:00Z'],
    ['Africa/Casablanca', '2026-03-20T12:00:00Z'],
    ['Africa/Cairo', '2026-04-22T12:00:00Z'],
    ['Africa/Windhoek', '2017-10-22T12:00:00Z'],
    ['Asia/Beirut', '2026-03-27T12:00:00Z'],
    ['Asia/Gaza', '2026-03-27T12:00:00Z'],
    ['Asia/Tehran', '2022-09-19T12:00:00Z'],
    ['Asia/Kathmandu', '2026-06-05T00:00:00Z'],
    ['Asia/Kolkata', '2026-06-05T00:00:00Z'],
    ['Asia/Pyongyang', '2018-05-03T00:00:00Z'],
    ['Asia/Tokyo', '2026-06-05T00:00:00Z'],
    ['Australia/Adelaide', '2026-04-03T12:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-03T12:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-02T12:00:00Z'],
    ['Pacific/Chatham', '2026-09-25T00:00:00Z'],
    ['Pacific/Apia', '2011-12-28T12:00:00Z'],
    ['Pacific/Kiritimati', '1994-12-30T00:00:00Z'],
    ['Antarctica/Troll', '2026-03-27T12:00:00Z'],
    ['UTC', '2026-06-29T00:00:00Z'],
  ] as const
).map(([zone, since]) => ({ zone, since: Date.parse(since), rules: zoneRules(zone) }));

const types = ['requested', 'answered', 'closed', 'abandoned', 'reopened', 'resumed', 'noted'];
const reasons = ['waiting-user', 'scheduled'];

const timeOfDay = fc
  .integer({ min: 0, max: 96 })
  .map((quarters) => quarters * 15)
  .map((all) => `${two(Math.floor(all / 60))}:${two(all % 60)}`);
const interval = fc
  .tuple(timeOfDay, timeOfDay)
  .map((ends): OpenInterval => (ends[0] < ends[1] ? ends : [ends[1], ends[0]]))
  .filter(([from, to]) => from !== to);
const intervals = fc.array(interval, { maxLength: 2 });

/** Always open for an hour on some days, so that the counter need not walk far; or never at all. */
const week = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(...weekdays.map(() => intervals)).map(openSometimes) },
  { weight: 1, arbitrary: fc.constant({}) },
);

function openSometimes(days: readonly OpenInterval[][]): Calendar['week'] {
  const hour: OpenInterval = ['01:15', '02:45'];
  return Object.fromEntries(
    weekdays.map((name, index) => [name, [...(days[index] ?? []), ...(index % 2 ? [] : [hour])]]),
  );
}

const seconds = fc.integer({ min: 0, max: 900 }).map((minutes) => minutes * 60);
/** Minutes from one event to the next, many of them few, so that clocks stop and pause with time left. */
const gap = fc.oneof(fc.integer({ min: -30, max: 90 }), fc.integer({ min: -30, max: 600 }));
const some = (from: readonly string[]) => fc.subarray([...from]);

const clocks = fc.record({
  target: seconds,
  hours: fc.constantFrom('calendar' as const, 'always' as const),
  start: fc.constantFrom(['requested'], ['answered'], ['requested', 'noted']),
  stop: fc.constantFrom(['closed'], ['answered', 'closed'], ['resumed']),
  cancel: fc.constantFrom(['abandoned'], []),
  pause: some(reasons),
  resumesOnReopen: fc.boolean(),
});

const happening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constantFrom(...types) }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('held'), reason: fc.constantFrom(...reasons) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('retargeted'),
      clock: fc.constantFrom('a', 'b'),
      target: seconds,
    }),
  },
);

/** A session’s events in a zone, with a calendar, two clocks and an instant to read them at. */
export const cases: fc.Arbitrary<PlacedCase> = fc
  .record({
    place: fc.constantFrom(...places),
    week,
    replaced: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), intervals), { maxLength: 2 }),
    terms: fc.tuple(clocks, clocks),
    happenings: fc.array(fc.tuple(gap, happening), { maxLength: 9 }),
    more: fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 1_500 })),
  })
  .map(({ place, week: days, replaced, terms, happenings, more }) => {
    const dates = replaced.map(([days, open]) => [dateAfter(place.since, days), open] as const);
    const events = eventsFrom(place.since, happenings);
    return {
      place,
      calendar: { zone: place.zone, week: days, exceptions: Object.fromEntries(dates) },
      clocks: terms.map((found, index): ClockTerms => ({ ...found, name: 'ab'.charAt(index) })),
      events,
      now: Math.max(place.since, (events.at(-1)?.at ?? place.since) + more * minute),
    };
  });

/** Gaps of some hours, now and then a step back in time. */
function eventsFrom(
  since: number,
  happenings: readonly (readonly [number, Omit<ClockEvent, 'at'>])[],
): ClockEvent[] {
  let at = since;
  const requested = { at, type: 'requested' };
  return [
    requested,
    ...happenings.map(([minutes, what]) => {
      at += minutes * minute;
      return { ...what, at: Math.max(at, since) };
    }),
  ];
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function dateAfter(since: number, days: number): string {
  return new Date(since + days * 24 * 60 * minute).toISOString().slice(0, 10);
}
