import { HouseProblems } from '../house-problems.js';
import { project } from '../places.js';
import { settingsOf } from './settings-of.mjs';
import type { EnvironmentSettings } from './settings.js';

/** Reads a house's settings from the environment; throws HouseProblems with every mistake in it. */
export function readSettings(environment: NodeJS.ProcessEnv): EnvironmentSettings {
  const { settings, problems } = settingsOf(environment, project);
  if (problems.length > 0) throw new HouseProblems(problems);
  return settings;
}
