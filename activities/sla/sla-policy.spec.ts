import fc from 'fast-check';
import type { Calendar } from '../../workflows/domain/sla/calendar.js';
import type { ClockState, ClockTerms } from '../../workflows/domain/sla/clock.js';
import { explainClock, type Why } from '../../workflows/domain/sla/explain.js';
import { inOrder } from '../../workflows/domain/sla/in-order.js';
import { OpenHours } from '../../workflows/domain/sla/open-hours.js';
import { SlaPolicy } from '../../workflows/domain/sla/sla-policy.js';
import { cases, places } from './cases-testing.js';
import { readByMinutes } from './minute-counter-testing.js';
import { Tally } from './tally-testing.js';
import { zoneRules } from './zone-rules.js';

const minute = 60_000;
// Where it is counted what was met, the cases are the same each time: too few of a kind is never chance.
const seed = 20_261_127;

describe('An SLA policy', () => {
  it('reads every clock as somebody does who watches the wall clock minute by minute', () => {
    const counted = new Tally<ClockState>();
    fc.assert(
      fc.property(cases, (found) => {
        const policy = new SlaPolicy(
          found.clocks,
          new OpenHours(found.calendar, found.place.rules),
        );
        const readings = policy.evaluate(found.events, found.now);
        expect(readings).toEqual(readByMinutes(found));
        for (const { state, countedMs } of readings) if (countedMs > 0) counted.add(state);
      }),
      { numRuns: 2_000, seed },
    );
    counted.expectAtLeast(30, 'running', 'paused', 'met', 'missed', 'cancelled');
  }, 240_000);

  it('never changes what it says about the past: more events later leave earlier readings alone', () => {
    const tried = new Tally<'later events'>();
    fc.assert(
      fc.property(cases, fc.nat(8), (found, known) => {
        tried.add('later events', Number(known + 1 < found.events.length));
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
      { numRuns: 1_000, seed },
    );
    tried.expectAtLeast(300, 'later events');
  });

  it('answers the same whatever it was asked before', () => {
    fc.assert(
      fc.property(cases, fc.array(cases, { minLength: 1, maxLength: 3 }), (first, others) => {
        const { calendar, clocks: terms, place } = first;
        const kept = new SlaPolicy(terms, new OpenHours(calendar, place.rules));
        for (const { events, now } of [first, ...others, first]) {
          const fresh = new SlaPolicy(terms, new OpenHours(calendar, place.rules));
          expect(kept.evaluate(events, now)).toEqual(fresh.evaluate(events, now));
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

  it('has due and counted time as each other’s inverse', () => {
    const held = new Tally<'a clock on its way'>();
    fc.assert(
      fc.property(cases, ({ calendar, clocks: terms, events, now, place }) => {
        const policy = new SlaPolicy(terms, new OpenHours(calendar, place.rules));
        const known = inOrder(events, now);
        const begun = policy.evaluate(events, now).flatMap((reading, index) => {
          const { state, dueAt, countedMs } = reading;
          // A target that was used up when it was made is due at that instant, with more counted.
          const made = retargetingOf(terms[index], known)?.at ?? -Infinity;
          const counts = state === 'running' && dueAt !== null && countedMs > 0 && dueAt > made;
          return counts ? [{ index, dueAt }] : [];
        });
        held.add('a clock on its way', begun.length);
        for (const { index, dueAt } of begun) {
          const at = (instant: number) => policy.evaluate(known, instant)[index];
          const target = targetOf(terms[index], known);
          expect(at(dueAt)?.countedMs).toBe(target);
          expect(at(dueAt - 1)?.countedMs ?? target).toBeLessThan(target);
          expect([at(dueAt)?.state, at(dueAt + 1)?.state]).toEqual(['running', 'missed']);
        }
      }),
      { numRuns: 5_000, seed },
    );
    held.expectAtLeast(600, 'a clock on its way');
  });

  it('leaves no less of a target when a pause is put in', () => {
    const pauses = fc.tuple(fc.nat(600), fc.nat(600));
    const put = new Tally<'a pause' | 'a pause while it counted' | 'no pause'>();
    fc.assert(
      fc.property(
        cases,
        pauses,
        ({ calendar, clocks: terms, events, now, place }, [from, long]) => {
          const policy = new SlaPolicy(terms, new OpenHours(calendar, place.rules));
          const plain = inOrder(events, Infinity).filter(
            ({ type }) => !['held', 'resumed', 'retargeted'].includes(type),
          );
          const start = (plain[0]?.at ?? now) + from * minute;
          const pause = [
            { at: start, type: 'held', reason: 'waiting-user' },
            { at: start + long * minute, type: 'resumed' },
          ];
          const paused = [...plain, ...pause].sort((one, other) => one.at - other.at);
          const [plainly, held] = [policy.evaluate(plain, now), policy.evaluate(paused, now)];
          // A clock that the pause's end would stop is no matter of pauses.
          const comparable = terms.flatMap(({ pause: reasons, stop }, index) => {
            const [before, after] = [plainly[index]?.countedMs ?? 0, held[index]?.countedMs ?? -1];
            const pauses = reasons.includes('waiting-user');
            return stop.includes('resumed') ? [] : [{ before, after, pauses }];
          });
          for (const { before, after, pauses } of comparable) {
            if (pauses) expect(after).toBeLessThanOrEqual(before);
            else expect(after).toBe(before);
            if (before > 0) put.add(pauses ? 'a pause' : 'no pause');
            if (after < before) put.add('a pause while it counted');
          }
        },
      ),
      { numRuns: 2_000, seed },
    );
    put.expectAtLeast(200, 'a pause', 'a pause while it counted', 'no pause');
  });

  it('is explained moment by moment, without a gap, and what was counted adds up exactly', () => {
    const told = new Tally<Why>();
    fc.assert(
      fc.property(cases, ({ calendar, clocks: terms, events, now, place }) => {
        const hours = new OpenHours(calendar, place.rules);
        const readings = new SlaPolicy(terms, hours).evaluate(events, now);
        const first = Math.min(events[0]?.at ?? now, now);
        for (const [index, clock] of terms.entries()) {
          const stretches = explainClock(clock, hours, events, now);
          for (const { why } of stretches) told.add(why);
          const counted = stretches.filter(({ why }) => why === 'counted');
          const sum = counted.reduce((all, { from, to }) => all + to - from, 0);
          expect(sum).toBe(readings[index]?.countedMs ?? -1);
          const ends = stretches.map(({ to }) => to);
          expect(stretches.map(({ from }) => from)).toEqual([first, ...ends].slice(0, ends.length));
          expect(ends.at(-1) ?? first).toBe(now);
        }
      }),
      { numRuns: 1_000, seed },
    );
    told.expectAtLeast(
      100,
      'counted',
      'out-of-hours',
      'on-hold',
      'not-started',
      'stopped',
      'cancelled',
    );
  });

  it('was asked in thirty zones', () => {
    expect(new Set(places.map(({ zone }) => zone)).size).toBeGreaterThanOrEqual(30);
  });
});

interface Retargeting {
  readonly at: number;
  readonly clock?: string;
  readonly target?: number;
}

/** The target that counts after the events known so far. */
function targetOf(terms: ClockTerms | undefined, events: readonly Retargeting[]): number {
  return (retargetingOf(terms, events)?.target ?? terms?.target ?? 0) * 1_000;
}

function retargetingOf(
  terms: ClockTerms | undefined,
  events: readonly Retargeting[],
): Retargeting | undefined {
  return events.findLast(({ clock }) => clock === terms?.name);
}
