import { isFree } from './is-free.mjs';

/** @import { HouseSettings } from '../settings/settings.js' */

const variables = /** @type {const} */ ({
  api: 'PORT',
  temporal: 'TEMPORAL_PORT',
  postgres: 'POSTGRES_PORT',
  janus: 'JANUS_PORT',
});

const names = /** @type {const} */ (['api', 'temporal', 'postgres', 'janus']);

/**
 * A sentence for each port of a house that another program has.
 * @param {Pick<HouseSettings, 'parts' | 'ports' | 'host'>} settings
 * @returns {Promise<string[]>}
 */
export async function portsInUse({ parts, ports, host }) {
  const checked = await Promise.all(
    names
      .filter((name) => parts.includes(name))
      .map(async (name) => {
        const free = await isFree(ports[name], name === 'api' ? host : '127.0.0.1');
        return free ? [] : [sentence(name, ports[name])];
      }),
  );
  return checked.flat();
}

/**
 * @param {keyof typeof variables} name
 * @param {number} port
 */
function sentence(name, port) {
  return `Port ${port}, meant for ${name}, is in use: end the program that has it, or choose another with ${variables[name]}.`;
}
