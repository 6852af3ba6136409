import { existsSync } from 'node:fs';

/** Whether this machine gets its packages by apt. */
export function hasApt() {
  return existsSync('/usr/bin/apt-get');
}
