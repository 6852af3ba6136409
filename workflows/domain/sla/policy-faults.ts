import { sessionEventTypes } from '../session/events.js';
import { holdReasons } from '../session/vocabulary.js';
import { type PromisedClock, type PromiseStep, stepActions } from './clock.js';

/** Ten years: further ahead nothing is promised. */
const longest = 3_652 * 24 * 3_600;

/** Everything that is wrong with a policy's clocks, a sentence with its place each; none if it can be used. */
export function policyFaults(clocks: readonly PromisedClock[]): string[] {
  if (clocks.length === 0) return ['clocks: a policy promises at least one thing'];
  return [
    ...clocks.flatMap((clock, index) => clockFaults(clock, `clocks[${index}]`)),
    ...clocks.flatMap(({ name }, index) => {
      const first = clocks.findIndex((other) => other.name === name);
      return first === index ? [] : [`clocks[${index}].name: a second clock "${name}"`];
    }),
  ];
}

function clockFaults(clock: PromisedClock, at: string): string[] {
  const { name, target, start, stop, cancel, pause } = clock;
  return [
    ...(/^[a-z0-9][a-z0-9-]*$/.test(name) ? [] : [`${at}.name: "${name}" is not a short name`]),
    ...(Number.isSafeInteger(target) && target > 0 && target <= longest
      ? []
      : [`${at}.target: ${target} is not a number of whole seconds up to ten years`]),
    ...(start.length > 0 ? [] : [`${at}.start: nothing starts "${name}"`]),
    ...(stop.length > 0 ? [] : [`${at}.stop: nothing stops "${name}"`]),
    ...typeFaults(start, `${at}.start`),
    ...typeFaults(stop, `${at}.stop`),
    ...typeFaults(cancel, `${at}.cancel`),
    ...start
      .filter((type) => stop.includes(type))
      .map((type) => `${at}.stop: "${type}" starts "${name}" too`),
    ...pause
      .filter((reason) => !holdReasons.some((known) => known === reason))
      .map((reason) => `${at}.pause: "${reason}" is no reason of a hold`),
    ...stepFaults(clock.steps, `${at}.steps`),
  ];
}

function typeFaults(types: readonly string[], at: string): string[] {
  return types
    .filter((type) => !sessionEventTypes.some((known) => known === type))
    .map((type) => `${at}: "${type}" is no event of a session`);
}

function stepFaults(steps: readonly PromiseStep[], at: string): string[] {
  return steps.flatMap(({ percent, action, channel }, index) => [
    ...(Number.isInteger(percent) && percent >= 1 && percent <= 1_000
      ? []
      : [`${at}[${index}].percent: ${percent} is not a whole number from 1 to 1000`]),
    ...(stepActions.includes(action) ? [] : [`${at}[${index}].action: "${action}" is no action`]),
    ...(channel === null || action === 're-route'
      ? []
      : [`${at}[${index}].channel: only re-route names a channel`]),
    ...(steps.findIndex((other) => other.percent === percent) === index
      ? []
      : [`${at}[${index}].percent: a second step at ${percent} %`]),
  ]);
}
