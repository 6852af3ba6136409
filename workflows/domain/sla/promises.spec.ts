import type { ClockEvent, PromisedClock } from './clock.js';
import { allHours } from './countable-hours.js';
import { Promises } from './promises.js';
import { stepKeyOf } from './step-key.js';

const clock: PromisedClock = {
  name: 'first-response',
  target: 1_000,
  hours: 'always',
  start: ['requested'],
  stop: ['answered'],
  cancel: ['abandoned'],
  pause: ['waiting-user'],
  resumesOnReopen: false,
  repeats: false,
  steps: [50, 80, 100, 120].map((percent) => ({ percent, action: 'notify', channel: null })),
};
const turns: PromisedClock = {
  ...clock,
  name: 'next-response',
  target: 100,
  start: ['user-wrote'],
  stop: ['technician-wrote', 'closed'],
  repeats: true,
  steps: [{ percent: 100, action: 'raise', channel: null }],
};

const at = (seconds: number, type: string, more: Partial<ClockEvent> = {}): ClockEvent => ({
  at: seconds * 1_000,
  type,
  ...more,
});

describe('The promises of a policy', () => {
  const promises = new Promises([clock], allHours);
  const requested = [at(0, 'requested')];
  const next = (events: readonly ClockEvent[], seconds: number, taken: readonly number[] = []) => {
    const keys = new Set(
      taken.map((percent) => stepKeyOf({ clock: 'first-response', turn: 1, percent })),
    );
    const step = promises.nextStep(events, seconds * 1_000, keys);
    return step && [step.percent, step.at / 1_000];
  };

  it('name the next step that was not taken, also when it is overdue', () => {
    expect(next(requested, 0)).toEqual([50, 500]);
    expect(next(requested, 0, [50])).toEqual([80, 800]);
    expect(next(requested, 900, [50])).toEqual([80, 800]);
    expect(next(requested, 900, [50, 80, 100])).toEqual([120, 1_200]);
    expect(next(requested, 5_000, [50, 80, 100, 120])).toBeNull();
  });

  it('move their steps by what was paused, and have none while paused', () => {
    const held = [...requested, at(100, 'held', { reason: 'waiting-user' })];
    expect(next(held, 200)).toBeNull();
    expect(next([...held, at(400, 'resumed')], 400)).toEqual([50, 800]);
  });

  it('keep a step that was due before the pause', () => {
    const held = [...requested, at(600, 'held', { reason: 'waiting-user' })];
    expect(next(held, 700)).toEqual([50, 500]);
    expect(next(held, 700, [50])).toBeNull();
  });

  it('have no steps once they are kept, missed or cancelled for good', () => {
    expect(next([...requested, at(300, 'answered')], 300)).toBeNull();
    expect(next([...requested, at(1_300, 'answered')], 1_300)).toBeNull();
    expect(next([...requested, at(300, 'abandoned')], 300)).toBeNull();
  });

  it('take a new target over in every share of it', () => {
    const retargeted = at(100, 'retargeted', { clock: 'first-response', target: 2_000 });
    expect(next([...requested, retargeted], 100)).toEqual([50, 1_000]);
    expect(next([...requested, retargeted], 100, [50, 80, 100])).toEqual([120, 2_400]);
  });

  it('begin anew with each unanswered turn of the user where a clock repeats', () => {
    const each = new Promises([turns], allHours);
    const events = [
      at(0, 'requested'),
      at(10, 'user-wrote'),
      at(60, 'technician-wrote'),
      at(200, 'user-wrote'),
      at(350, 'technician-wrote'),
      at(400, 'user-wrote'),
    ];
    const shown = each.readings(events, 450_000).map(({ turn, state, countedMs, dueAt }) => {
      return [turn, state, countedMs / 1_000, (dueAt ?? 0) / 1_000];
    });
    expect(shown).toEqual([
      [1, 'met', 50, 110],
      [2, 'missed', 150, 300],
      [3, 'running', 50, 500],
    ]);
    expect(each.nextStep(events, 450_000, new Set())).toEqual({
      clock: 'next-response',
      turn: 3,
      percent: 100,
      action: 'raise',
      channel: null,
      at: 500_000,
    });
  });

  it('know nothing of what has not happened yet', () => {
    const each = new Promises([turns], allHours);
    const events = [at(10, 'user-wrote'), at(60, 'technician-wrote'), at(200, 'user-wrote')];
    expect(each.readings(events, 100_000).map(({ turn, state }) => [turn, state])).toEqual([
      [1, 'met'],
    ]);
    expect(each.readings(events, 0).map(({ turn, state }) => [turn, state])).toEqual([
      [1, 'not-started'],
    ]);
  });
});
