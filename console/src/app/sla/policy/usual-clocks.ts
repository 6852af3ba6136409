import type { Clock } from './step-list.js';

const steps: Clock['steps'] = [
  { percent: 50, action: 'notify', channel: null },
  { percent: 80, action: 'notify', channel: null },
  { percent: 100, action: 'raise', channel: null },
  { percent: 120, action: 'notify', channel: null },
];

const usual = { hours: 'calendar', cancel: ['abandoned', 'expired'], steps } as const;

/** Where a new policy begins: an answer within the hour, and an end within the day. */
export const usualClocks: readonly Clock[] = [
  {
    ...{ ...usual, name: 'first-response', target: 3_600, cancel: [...usual.cancel] },
    ...{ start: ['requested'], stop: ['answered', 'technician-wrote'], pause: ['scheduled'] },
    ...{ resumesOnReopen: false, repeats: false },
  },
  {
    ...{ ...usual, name: 'resolution', target: 8 * 3_600, cancel: [...usual.cancel] },
    ...{ start: ['requested'], stop: ['closed'], pause: ['waiting-user', 'scheduled'] },
    ...{ resumesOnReopen: true, repeats: false },
  },
];

/** One more clock for a policy, under a name that is free in it. */
export function anotherClock(clocks: readonly Clock[]): Clock {
  const names = ['first-response', 'next-response', 'resolution', 'first-picture'];
  const free = names.find((name) => !clocks.some((clock) => clock.name === name));
  return {
    ...{ ...usual, name: free ?? `clock-${clocks.length + 1}`, target: 3_600 },
    ...{ start: ['requested'], stop: ['closed'], cancel: [...usual.cancel], pause: [] },
    ...{ resumesOnReopen: false, repeats: false },
  };
}
