import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const quietly = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };

/** Installs Debian packages for the whole machine; only root may, and only after saying so. */
export async function installDebianPackages(names: readonly string[]): Promise<void> {
  await run('apt-get', ['update', '-q'], { env: quietly, maxBuffer: 64 * 1024 ** 2 });
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...names], {
    env: quietly,
    maxBuffer: 64 * 1024 ** 2,
  });
}

/** Unpacks Debian packages, with those of their dependencies that this machine lacks, below a folder; nothing of the machine changes. */
export async function unpackDebianPackages(
  names: readonly string[],
  folder: string,
): Promise<void> {
  const root = join(folder, 'root');
  const options = privateApt(folder);
  await run('apt-get', [...options, 'update', '-q'], { env: quietly });
  const { stdout } = await run(
    'apt-get',
    [...options, '--simulate', '--no-install-recommends', 'install', ...names],
    { env: quietly, maxBuffer: 64 * 1024 ** 2 },
  );
  const missing = [...stdout.matchAll(/^Inst (\S+)/gm)].map(([, name = '']) => name);
  await run('apt-get', [...options, 'download', ...missing], { env: quietly, cwd: folder });
  mkdirSync(root, { recursive: true });
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
    await run('dpkg-deb', ['-x', join(folder, file), root]);
    rmSync(join(folder, file));
  }
  rmSync(join(folder, 'apt'), { recursive: true, force: true });
}

/** An ordinary user has no say over apt's own lists, so these are kept in the folder. */
function privateApt(folder: string): string[] {
  const lists = join(folder, 'apt/lists');
  const archives = join(folder, 'apt/archives');
  for (const place of [lists, archives]) mkdirSync(join(place, 'partial'), { recursive: true });
  const options = [
    `Dir::State::Lists=${lists}`,
    `Dir::Cache=${join(folder, 'apt')}`,
    `Dir::Cache::Archives=${archives}`,
    'APT::Sandbox::User=',
    'Debug::NoLocking=true',
  ];
  return options.flatMap((option) => ['-o', option]);
}
