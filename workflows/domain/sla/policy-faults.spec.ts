import type { PromisedClock } from './clock.js';
import { policyFaults } from './policy-faults.js';

const clock: PromisedClock = {
  name: 'first-response',
  target: 900,
  hours: 'calendar',
  start: ['requested'],
  stop: ['answered'],
  cancel: ['abandoned'],
  pause: ['waiting-user'],
  resumesOnReopen: false,
  repeats: false,
  steps: [{ percent: 80, action: 'notify', channel: null }],
};

describe('An SLA policy', () => {
  const linesOf = (clocks: readonly PromisedClock[]) =>
    policyFaults(clocks).map(({ path, message }) => `${path}: ${message}`);

  it('has no faults when everything it names is there', () => {
    expect(policyFaults([clock, { ...clock, name: 'second' }])).toEqual([]);
  });

  it('promises something', () => {
    expect(linesOf([])).toEqual(['/clocks: a policy promises at least one thing']);
  });

  it('says of each fault where it stands', () => {
    const wrong: PromisedClock = {
      ...clock,
      name: 'First response',
      target: 0,
      start: [],
      stop: [],
      cancel: ['vanished'],
      pause: ['lunch'],
      steps: [
        { percent: 0, action: 'notify', channel: 'general' },
        { percent: 50, action: 'raise', channel: null },
        { percent: 50, action: 're-route', channel: 'general' },
      ],
    };
    expect(linesOf([wrong])).toEqual([
      '/clocks/0/name: "First response" is not a short name',
      '/clocks/0/target: 0 is not a number of whole seconds up to ten years',
      '/clocks/0/start: nothing starts "First response"',
      '/clocks/0/stop: nothing stops "First response"',
      '/clocks/0/cancel: "vanished" is no event of a session',
      '/clocks/0/pause: "lunch" is no reason of a hold',
      '/clocks/0/steps/0/percent: 0 is not a whole number from 1 to 1000',
      '/clocks/0/steps/0/channel: only re-route names a channel',
      '/clocks/0/steps/2/percent: a second step at 50 %',
    ]);
  });

  it('has no two clocks of one name, and none that its own start would stop', () => {
    expect(linesOf([clock, { ...clock, stop: ['requested', 'answered'] }])).toEqual([
      '/clocks/1/stop: "requested" starts "first-response" too',
      '/clocks/1/name: a second clock "first-response"',
    ]);
  });

  it('names what its faults are about, for whoever words them', () => {
    expect(policyFaults([clock, clock]).map(({ code, values }) => ({ code, values }))).toEqual([
      { code: 'clock-repeated', values: { value: 'first-response' } },
    ]);
  });
});
