import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { SystemUser } from './part.js';

/** Whether we are root, so that parts which must not be get another user. */
export function weAreRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The user of this name, or undefined when the system has none. */
function findUser(name: string): SystemUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined
    ? undefined
    : { uid: Number(uid), gid: Number(gid) };
}

/** Who runs Postgres when we are root, which it refuses to be: the user `postgres`, made if there is none. */
export function postgresUser(say: (line: string) => void): SystemUser | undefined {
  if (!weAreRoot()) return undefined;
  const known = findUser('postgres');
  if (known !== undefined) return known;
  say('Making the system user "postgres", because Postgres does not run as root.');
  execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  return findUser('postgres');
}

/** Who runs Janus when we are root: the user that owns nothing. */
export function janusUser(): SystemUser | undefined {
  return weAreRoot() ? findUser('nobody') : undefined;
}
