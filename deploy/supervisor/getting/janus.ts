import { execFile } from 'node:child_process';
import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { SystemUser } from '../part.js';
import { isReachable } from '../reachable.js';
import { weAreRoot } from '../system-user.js';
import { installDebianPackages, unpackDebianPackages } from './debian-packages.js';
import { findProgram } from './find-program.mjs';
import { hasApt } from './has-apt.mjs';
import { janusInCache } from './janus-in-cache.mjs';
import type { Progress } from './progress.js';

/** How to start Janus. */
export interface JanusProgram {
  readonly command: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The folder that has `plugins` and `transports` in it. */
  readonly modules: string;
}

/** Finds Janus on this machine, or brings it: as root Debian's package, else the same package unpacked into the cache. Undefined when neither can be had. */
export async function getJanus(
  cache: string,
  user: SystemUser | undefined,
  progress: Progress,
): Promise<JanusProgram | undefined> {
  const found = installed() ?? unpacked(cache, user);
  if (found !== undefined) return found;
  if (!hasApt()) return undefined;
  if (weAreRoot() && (await install(progress))) return installed();
  await unpack(cache, progress);
  return unpacked(cache, user);
}

function installed(): JanusProgram | undefined {
  const command = findProgram('janus');
  if (command === undefined) return undefined;
  const modules = modulesBelow(dirname(dirname(command)));
  return modules === undefined ? undefined : { command, environment: {}, modules };
}

function unpacked(cache: string, user: SystemUser | undefined): JanusProgram | undefined {
  const root = reachableRoot(janusInCache(cache), user);
  const command = join(root, 'usr/bin/janus');
  const modules = modulesBelow(join(root, 'usr'));
  if (!existsSync(command) || modules === undefined) return undefined;
  return { command, modules, environment: { LD_LIBRARY_PATH: libraries(root).join(':') } };
}

/** Root's cache is closed to the user that Janus runs as; that user gets a copy it can read. */
function reachableRoot(root: string, user: SystemUser | undefined): string {
  if (user === undefined || !existsSync(root) || isReachable(join(root, 'usr'), user)) return root;
  const copy = '/var/lib/mayday/janus-debian';
  if (!existsSync(copy)) {
    cpSync(root, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  return copy;
}

function modulesBelow(prefix: string): string | undefined {
  if (!existsSync(join(prefix, 'lib'))) return undefined;
  const libraryFolders = readdirSync(join(prefix, 'lib'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(prefix, 'lib', entry.name));
  return [join(prefix, 'lib'), ...libraryFolders]
    .map((folder) => join(folder, 'janus'))
    .find((folder) => existsSync(join(folder, 'plugins/libjanus_videoroom.so')));
}

function libraries(root: string): string[] {
  const folders = ['usr/lib', 'lib'].flatMap((name) => {
    const folder = join(root, name);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((entry) => entry.endsWith('-linux-gnu'))
      .map((entry) => join(folder, entry));
  });
  return folders;
}

async function install(progress: Progress): Promise<boolean> {
  try {
    await progress("Installing Debian's package janus on this machine", () =>
      installDebianPackages(['janus']),
    );
    await stopDebiansOwn(progress);
    return true;
  } catch {
    return false; // No right or no way to install it here: unpacking it beside the system is the next try.
  }
}

/** Debian starts a Janus with its sample secrets, open to the network; the desk runs its own. */
async function stopDebiansOwn(progress: Progress): Promise<void> {
  if (!existsSync('/run/systemd/system')) return;
  await progress("Switching off the service janus that Debian's package started", () =>
    promisify(execFile)('systemctl', ['disable', '--now', 'janus']),
  );
}

async function unpack(cache: string, progress: Progress): Promise<void> {
  const folder = dirname(janusInCache(cache));
  try {
    await progress(`Unpacking Debian's janus into ${folder}`, () =>
      unpackDebianPackages(['janus'], folder),
    );
  } catch {
    rmSync(folder, { recursive: true, force: true }); // Half a package is worse than the sentence that it is missing.
  }
}
