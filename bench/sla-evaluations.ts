import { zoneRules } from '../activities/sla/zone-rules.js';
import type { ClockEvent, ClockTerms } from '../workflows/domain/sla/clock.js';
import { OpenHours } from '../workflows/domain/sla/open-hours.js';
import { SlaPolicy } from '../workflows/domain/sla/sla-policy.js';

/** How many sessions one core evaluates in a second, with three clocks and ten events each (P18). */
export interface SlaEvaluations {
  readonly evaluations: number;
  readonly perSecond: number;
  readonly missed: number;
}

const minute = 60_000;
const office = [
  ['08:00', '12:00'],
  ['13:30', '18:00'],
] as const;
const calendar = {
  zone: 'America/Sao_Paulo',
  week: { mon: office, tue: office, wed: office, thu: office, fri: office },
  exceptions: { '2026-09-07': [], '2026-10-12': [], '2026-11-02': [], '2026-12-25': [] },
};

const terms = {
  hours: 'calendar',
  start: ['requested'],
  cancel: ['abandoned'],
  pause: ['waiting-user'],
  resumesOnReopen: false,
} as const;
const clocks: readonly ClockTerms[] = [
  { ...terms, name: 'first-response', target: 3_600, stop: ['answered'] },
  { ...terms, name: 'resolution', target: 10_800, stop: ['closed'], resumesOnReopen: true },
  {
    ...terms,
    name: 'next-response',
    target: 900,
    start: ['user-wrote'],
    stop: ['technician-wrote'],
    hours: 'always',
  },
];

/** Ten events from the request to a second closing, at minutes after the request. */
const life: readonly (readonly [minutes: number, type: string, reason?: string])[] = [
  [0, 'requested'],
  [2, 'claimed'],
  [9, 'answered'],
  [12, 'user-wrote'],
  [15, 'technician-wrote'],
  [30, 'held', 'waiting-user'],
  [300, 'resumed'],
  [420, 'closed'],
  [1_500, 'reopened'],
  [1_800, 'closed'],
];

/** Evaluates sessions spread over a year with one policy and one calendar, as a report does. */
export function measureSlaEvaluations(evaluations = 400_000): SlaEvaluations {
  const policy = new SlaPolicy(clocks, new OpenHours(calendar, zoneRules(calendar.zone)));
  const sessions = Array.from({ length: 1_000 }, (_, index) => session(index));
  const now = Date.UTC(2027, 0, 10);
  let missed = 0;
  const run = (times: number) => {
    for (let index = 0; index < times; index += 1) {
      const readings = policy.evaluate(sessions[index % sessions.length] ?? [], now);
      if (readings[1]?.state === 'missed') missed += 1;
    }
  };
  run(evaluations / 10); // Warms up.
  missed = 0;
  const began = performance.now();
  run(evaluations);
  const seconds = (performance.now() - began) / 1_000;
  return { evaluations, perSecond: Math.round(evaluations / seconds), missed };
}

function session(index: number): ClockEvent[] {
  const requested = Date.UTC(2026, 0, 5) + index * 521 * minute;
  return life.map(([minutes, type, reason]) => {
    return { at: requested + minutes * minute, type, reason: reason ?? null };
  });
}
