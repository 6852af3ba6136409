/**
 * What a number may be.
 * @typedef {object} Bounds
 * @property {number} from
 * @property {number} to
 */

/** @type {Bounds} */
const port = { from: 1, to: 65_535 };

/** Every setting that is a whole number, and what is possible. */
export const numberSettings = {
  HEALTH_PORT: port,
  JANUS_PORT: port,
  LIMIT_CHANNELS: { from: 1, to: 10_000 },
  LIMIT_GROUPS_PER_CHANNEL: { from: 1, to: 10_000 },
  LIMIT_TECHNICIANS: { from: 1, to: 100_000 },
  PORT: port,
  POSTGRES_PORT: port,
  TEMPORAL_PORT: port,
  TRUSTED_PROXIES: { from: 0, to: 10 },
};

/** @typedef {keyof typeof numberSettings} NumberSetting */

/** @type {Bounds} */
const mediaPort = { from: 1024, to: 65_535 };

/**
 * The number that a setting is given, or null where it is given none. What is impossible is added to the
 * problems as a sentence. It is plain JavaScript, because set-up asks before anything is built.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {NumberSetting} name
 * @param {string[]} problems
 * @returns {number | null}
 */
export function readNumber(environment, name, problems) {
  const text = textOf(environment, name);
  if (text === '') return null;
  const { from, to } = numberSettings[name];
  const number = numberIn(text, numberSettings[name]);
  if (number === null)
    problems.push(`${name} is ${quoted(text)}: give a whole number from ${from} to ${to}.`);
  return number;
}

/**
 * The first and the last of the ports that a setting names, or null where it names none.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {'RTP_PORTS'} name
 * @param {string[]} problems
 * @returns {readonly [first: number, last: number] | null}
 */
export function readPortRange(environment, name, problems) {
  const text = textOf(environment, name);
  if (text === '') return null;
  const [first = null, last = null, more] = text
    .split('-')
    .map((part) => numberIn(part, mediaPort));
  if (first !== null && last !== null && first < last && more === undefined) return [first, last];
  problems.push(
    `${name} is ${quoted(text)}: give two ports from ${mediaPort.from} to ${mediaPort.to}, such as 20000-20200.`,
  );
  return null;
}

/**
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {string} name
 */
function textOf(environment, name) {
  return environment[name]?.trim() ?? '';
}

/**
 * @param {string} text
 * @param {Bounds} bounds
 */
function numberIn(text, { from, to }) {
  // Digits alone: what JavaScript reads as a number besides, such as 1e3 and 0x10, was hardly meant.
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : null;
}

/** @param {string} text */
function quoted(text) {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
