import type { Fault, FaultCode } from '../fault.js';
import { sessionEventTypes } from '../session/events.js';
import { holdReasons } from '../session/vocabulary.js';
import { type PromisedClock, type PromiseStep, stepActions } from './clock.js';

/** Ten years in seconds: further ahead nothing is promised. */
export const longestTarget = 3_652 * 24 * 3_600;

/** Everything that is wrong with a policy's clocks, each at its place; nothing if it can be used. */
export function policyFaults(clocks: readonly PromisedClock[]): Fault[] {
  if (clocks.length === 0) return [nothingPromised];
  return [
    ...clocks.flatMap((clock, index) => clockFaults(clock, `/clocks/${index}`)),
    ...clocks.flatMap(({ name }, index) => {
      const first = clocks.findIndex((other) => other.name === name);
      return wrongUnless(first === index, {
        ...{ path: `/clocks/${index}/name`, code: 'clock-repeated', values: { value: name } },
        message: `a second clock "${name}"`,
      });
    }),
  ];
}

const nothingPromised: Fault = {
  ...{ path: '/clocks', code: 'nothing-promised' },
  message: 'a policy promises at least one thing',
};

function wrongUnless(isRight: boolean, fault: Fault): Fault[] {
  return isRight ? [] : [fault];
}

function clockFaults(clock: PromisedClock, at: string): Fault[] {
  const { name, target, start, stop, cancel, pause } = clock;
  return [
    ...wrongUnless(/^[a-z0-9][a-z0-9-]*$/.test(name), {
      ...{ path: `${at}/name`, code: 'short-name-malformed', values: { value: name } },
      message: `"${name}" is not a short name`,
    }),
    ...wrongUnless(Number.isSafeInteger(target) && target > 0 && target <= longestTarget, {
      ...{ path: `${at}/target`, code: 'target-out-of-range', values: { value: target } },
      message: `${target} is not a number of whole seconds up to ten years`,
    }),
    ...wrongUnless(start.length > 0, {
      ...{ path: `${at}/start`, code: 'without-start', values: { clock: name } },
      message: `nothing starts "${name}"`,
    }),
    ...wrongUnless(stop.length > 0, {
      ...{ path: `${at}/stop`, code: 'without-stop', values: { clock: name } },
      message: `nothing stops "${name}"`,
    }),
    ...unknownIn(start, sessionEventTypes, `${at}/start`, event),
    ...unknownIn(stop, sessionEventTypes, `${at}/stop`, event),
    ...unknownIn(cancel, sessionEventTypes, `${at}/cancel`, event),
    ...start
      .filter((type) => stop.includes(type))
      .map((type) => startsToo(type, name, `${at}/stop`)),
    ...unknownIn(pause, holdReasons, `${at}/pause`, holdReason),
    ...stepFaults(clock.steps, `${at}/steps`),
  ];
}

function startsToo(type: string, clock: string, path: string): Fault {
  const message = `"${type}" starts "${clock}" too`;
  return { path, code: 'starts-too', message, values: { event: type, clock } };
}

interface Named {
  readonly code: FaultCode;
  readonly what: string;
}

const event: Named = { code: 'event-unknown', what: 'event of a session' };
const holdReason: Named = { code: 'hold-reason-unknown', what: 'reason of a hold' };

function unknownIn(
  names: readonly string[],
  known: readonly string[],
  path: string,
  { code, what }: Named,
): Fault[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({ path, code, message: `"${name}" is no ${what}`, values: { value: name } }));
}

function stepFaults(steps: readonly PromiseStep[], at: string): Fault[] {
  return steps.flatMap(({ percent, action, channel }, index) => [
    ...wrongUnless(Number.isInteger(percent) && percent >= 1 && percent <= 1_000, {
      ...{ path: `${at}/${index}/percent`, code: 'percent-out-of-range' },
      message: `${percent} is not a whole number from 1 to 1000`,
      values: { value: percent },
    }),
    ...wrongUnless(stepActions.includes(action), {
      ...{ path: `${at}/${index}/action`, code: 'step-action-unknown', values: { value: action } },
      message: `"${action}" is no action`,
    }),
    ...wrongUnless(channel === null || action === 're-route', {
      ...{ path: `${at}/${index}/channel`, code: 'channel-misplaced' },
      message: 'only re-route names a channel',
    }),
    ...wrongUnless(steps.findIndex((other) => other.percent === percent) === index, {
      ...{ path: `${at}/${index}/percent`, code: 'step-repeated', values: { percent } },
      message: `a second step at ${percent} %`,
    }),
  ]);
}
