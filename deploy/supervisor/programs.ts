import { existsSync } from 'node:fs';
import { getJanus, type JanusProgram } from './getting/janus.js';
import { getPostgres, type PostgresPrograms } from './getting/postgres.js';
import { getTemporal } from './getting/temporal.js';
import { HouseProblems } from './house-problems.js';
import type { SystemUser } from './part.js';
import { apiEntry, workerEntry } from './parts/desk-process.js';
import { isFree } from './ports.js';
import type { HouseSettings } from './settings.js';

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
  const needs: [boolean, string][] = [
    [
      parts.includes('postgres') && programs.postgres === undefined,
      'There is no embedded Postgres for this system: run a Postgres 16 or later and set DATABASE_URL and DATABASE_OWNER_URL.',
    ],
    [
      parts.includes('temporal') && programs.temporal === undefined,
      'There is no Temporal server: it could not be downloaded, and there is no Go to build it with. Install Go 1.24 or later, put the program "temporal" on PATH, or set TEMPORAL_ADDRESS.',
    ],
    [
      parts.includes('janus') && programs.janus === undefined,
      "There is no Janus: Debian's package could be neither installed nor unpacked. Install the package janus, or set JANUS_URL, JANUS_TOKEN_SECRET and JANUS_ADMIN_KEY.",
    ],
    [
      parts.includes('worker') && !existsSync(workerEntry),
      'The worker is not built: run "npm run build".',
    ],
    [parts.includes('api') && !existsSync(apiEntry), 'The API is not built: run "npm run build".'],
  ];
  return needs.filter(([lacking]) => lacking).map(([, sentence]) => sentence);
}

async function portsInUse({ parts, ports, host }: HouseSettings): Promise<string[]> {
  const wanted = (['api', 'temporal', 'postgres', 'janus'] as const).filter((name) =>
    parts.includes(name),
  );
  const checked = await Promise.all(
    wanted.map(async (name) => {
      const free = await isFree(ports[name], name === 'api' ? host : '127.0.0.1');
      return free ? [] : [portSentence(name, ports[name])];
    }),
  );
  return checked.flat();
}

function portSentence(name: 'api' | 'temporal' | 'postgres' | 'janus', port: number): string {
  const variable = {
    api: 'PORT',
    temporal: 'TEMPORAL_PORT',
    postgres: 'POSTGRES_PORT',
    janus: 'JANUS_PORT',
  };
  return `Port ${port}, meant for ${name}, is in use: end the program that has it, or choose another with ${variable[name]}.`;
}
