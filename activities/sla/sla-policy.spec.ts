import fc from 'fast-check';
import { weekdays, type Calendar, type OpenInterval } from '../../workflows/domain/sla/calendar.js';
import type { ClockEvent, ClockTerms } from '../../workflows/domain/sla/clock.js';
import { OpenHours } from '../../workflows/domain/sla/open-hours.js';
import { SlaPolicy } from '../../workflows/domain/sla/sla-policy.js';
import { readByMinutes, type Counted } from './minute-counter-testing.js';
import { zoneRules } from './zone-rules.js';

const minute = 60_000;

/** Zones and dates where wall clocks do strange things, and one where they do not. */
const places = (
  [
    ['America/New_York', '2026-10-30T12:00:00Z'],
    ['America/New_York', '2026-03-06T12:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-02T12:00:00Z'],
    ['Pacific/Apia', '2011-12-28T12:00:00Z'],
    ['Asia/Kathmandu', '2026-06-05T00:00:00Z'],
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

const seconds = fc.integer({ min: 0, max: 300 }).map((minutes) => minutes * 60);
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

const cases: fc.Arbitrary<Counted & { place: (typeof places)[number] }> = fc
  .record({
    place: fc.constantFrom(...places),
    week,
    replaced: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), intervals), { maxLength: 2 }),
    terms: fc.tuple(clocks, clocks),
    happenings: fc.array(fc.tuple(fc.integer({ min: -30, max: 600 }), happening), { maxLength: 9 }),
    more: fc.integer({ min: -200, max: 1_500 }),
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

describe('An SLA policy', () => {
  it('reads every clock as somebody does who watches the wall clock minute by minute', () => {
    fc.assert(
      fc.property(cases, (found) => {
        const policy = new SlaPolicy(
          found.clocks,
          new OpenHours(found.calendar, found.place.rules),
        );
        expect(policy.evaluate(found.events, found.now)).toEqual(readByMinutes(found));
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);

  it('never changes what it says about the past: more events later leave earlier readings alone', () => {
    fc.assert(
      fc.property(cases, fc.nat(9), (found, known) => {
        const policy = new SlaPolicy(
          found.clocks,
          new OpenHours(found.calendar, found.place.rules),
        );
        const early = found.events.slice(0, known + 1);
        const now = Math.max(...early.map(({ at }) => at));
        const later = found.events
          .slice(known + 1)
          .map((event) => ({ ...event, at: Math.max(event.at, now + 1) }));
        expect(policy.evaluate([...early, ...later], now)).toEqual(policy.evaluate(early, now));
      }),
      { numRuns: 500 },
    );
  });

  it('answers the same whatever it was asked before', () => {
    fc.assert(
      fc.property(fc.array(cases, { minLength: 2, maxLength: 4 }), (several) => {
        for (const { calendar, clocks: terms, place } of several.slice(0, 1)) {
          const kept = new SlaPolicy(terms, new OpenHours(calendar, place.rules));
          for (const { events, now } of several) {
            const fresh = new SlaPolicy(terms, new OpenHours(calendar, place.rules));
            expect(kept.evaluate(events, now)).toEqual(fresh.evaluate(events, now));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('promises nothing further ahead than 3,652 days', () => {
    const exceptions: Calendar['exceptions'] = { '2036-11-22': [['00:00', '24:00']] };
    const calendar: Calendar = { zone: 'UTC', week: {}, exceptions };
    const terms: ClockTerms = {
      name: 'a',
      target: 60,
      hours: 'calendar',
      start: ['requested'],
      stop: [],
      cancel: [],
      pause: [],
      resumesOnReopen: false,
    };
    const policy = new SlaPolicy([terms], new OpenHours(calendar, zoneRules('UTC')));
    const due = Date.parse('2036-11-22T00:01:00Z');
    const furthest = due - 3_652 * 24 * 60 * minute;
    const dueAt = (at: number) => policy.evaluate([{ at, type: 'requested' }], at)[0]?.dueAt;
    expect(dueAt(furthest)).toBe(due);
    expect(dueAt(furthest - 1)).toBeNull();
  });
});

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function dateAfter(since: number, days: number): string {
  return new Date(since + days * 24 * 60 * minute).toISOString().slice(0, 10);
}
