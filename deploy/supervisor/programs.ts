import { existsSync } from 'node:fs';
import { getJanus, type JanusProgram } from './getting/janus.js';
import { getPostgres, type PostgresPrograms } from './getting/postgres.js';
import { getTemporal } from './getting/temporal.js';
import { HouseProblems } from './house-problems.js';
import { missingPrograms } from './preflight/missing-programs.mjs';
import type { SystemUser } from './part.js';
import { apiEntry, workerEntry } from './parts/desk-process.js';
import { portsInUse } from './preflight/ports-in-use.mjs';
import type { HouseSettings } from './settings/settings.js';

/** The programs of the embedded parts; those of parts that do not run here are undefined. */
export interface Programs {
  readonly postgres: PostgresPrograms | undefined;
  readonly temporal: string | undefined;
  readonly janus: JanusProgram | undefined;
}

/** The users that parts run as when we are root. */
export interface PartUsers {
  readonly postgres: SystemUser | undefined;
  readonly janus: SystemUser | undefined;
}

/** Finds or brings every program that this house needs and looks whether its ports are free; throws HouseProblems with all that is missing. */
export async function gatherPrograms(settings: HouseSettings, users: PartUsers): Promise<Programs> {
  const { parts, cache, progress, say } = settings;
  const programs: Programs = {
    postgres: parts.includes('postgres') ? getPostgres(users.postgres, say) : undefined,
    temporal: parts.includes('temporal') ? await getTemporal(cache, progress) : undefined,
    janus: parts.includes('janus') ? await getJanus(cache, users.janus, progress) : undefined,
  };
  const problems = [...missing(settings, programs), ...(await portsInUse(settings))];
  if (problems.length > 0) throw new HouseProblems(problems);
  return programs;
}

function missing({ parts }: HouseSettings, programs: Programs): string[] {
  const lacking = (['postgres', 'temporal', 'janus'] as const).filter(
    (name) => parts.includes(name) && programs[name] === undefined,
  );
  const unbuilt: [boolean, string][] = [
    [
      parts.includes('worker') && !existsSync(workerEntry),
      'The worker is not built: run "npm run build".',
    ],
    [parts.includes('api') && !existsSync(apiEntry), 'The API is not built: run "npm run build".'],
  ];
  return [
    ...lacking.map((name) => missingPrograms[name]),
    ...unbuilt.filter(([isUnbuilt]) => isUnbuilt).map(([, sentence]) => sentence),
  ];
}
