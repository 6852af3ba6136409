import { portInUse } from '../supervisor/parts/port-in-use.js';
import { readSettings } from '../supervisor/settings/read-settings.js';

/** Where the embedded database of the desk listens that is meant: as the environment says, else as its data folder does. */
export function postgresPort(environment: NodeJS.ProcessEnv): number {
  const { data, ports } = readSettings(environment);
  const isSaid = (environment['POSTGRES_PORT'] ?? '') !== '';
  return (isSaid ? null : portInUse(data)) ?? ports.postgres;
}
