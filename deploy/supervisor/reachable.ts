import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SystemUser } from './part.js';

/** Whether this user may pass through every folder above the path; the path itself need not exist yet. */
export function isReachable(path: string, user: SystemUser): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found !== undefined && !mayPass(found, user)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Makes a folder that only this user (or, left out, ourselves) can look into, below the data folder if the user can get there and else below /var/lib/mayday. */
export function ownedFolder(
  data: string,
  name: string,
  user: SystemUser | undefined,
  say: (line: string) => void,
): string {
  const folder = placeFor(data, name, user, say);
  mkdirSync(folder, { recursive: true });
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  return folder;
}

/** Where the folder of a part can be: below the data folder, or where every user can get to. */
export function placesFor(data: string, name: string): readonly [string, string] {
  const id = createHash('sha256').update(data).digest('hex').slice(0, 12);
  return [join(data, name), join('/var/lib/mayday', id, name)];
}

function placeFor(
  data: string,
  name: string,
  user: SystemUser | undefined,
  say: (line: string) => void,
): string {
  const [wanted, place] = placesFor(data, name);
  if (user === undefined || isReachable(wanted, user)) return wanted;
  if (statSync(place, { throwIfNoEntry: false }) === undefined) {
    say(`The data of ${name} goes to ${place}: its user cannot reach ${data}.`);
  }
  return place;
}

function mayPass(
  { mode, uid, gid }: { mode: number; uid: number; gid: number },
  user: SystemUser,
): boolean {
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
