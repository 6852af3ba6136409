import { readFile, statfs } from 'node:fs/promises';
import { arch, hostname, networkInterfaces, release, totalmem, userInfo } from 'node:os';
import type { SchemaDeviceInfo } from '../api/generated/openapi.js';
import type { Size } from './platform/desktop.js';
import { version } from './version.js';

const mostAddresses = 16;
const administrators = new Set(['sudo', 'wheel', 'admin']);

/** What the technician may know of this machine. What cannot be found out is left out. */
export async function deviceInfo(screen: Size, locale: string): Promise<SchemaDeviceInfo> {
  const system = parseOsRelease(await textOf('/etc/os-release'));
  const groups = await textOf('/etc/group');
  const { username, uid } = userInfo();
  const disk = await statfs('/').catch(() => null);
  return {
    system: system.name,
    ...(system.version === '' ? {} : { version: system.version }),
    build: `Linux ${release()}`,
    architecture: arch(),
    host: hostname(),
    user: username,
    administrator: uid === 0 || isAdministrator(groups, username),
    addresses: addresses(),
    screens: [{ width: screen.width, height: screen.height }],
    memoryBytes: totalmem(),
    ...(disk
      ? { diskBytes: disk.blocks * disk.bsize, diskFreeBytes: disk.bavail * disk.bsize }
      : {}),
    locale: locale.slice(0, 40),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    helperVersion: version,
  };
}

/** The system's name and version from the text of `/etc/os-release`. */
export function parseOsRelease(text: string): { readonly name: string; readonly version: string } {
  const fields = new Map(
    [...text.matchAll(/^([A-Z_]+)=(?:"(.*)"|(.*))$/gm)].map(([, key, quoted, plain]) => [
      key,
      quoted ?? plain ?? '',
    ]),
  );
  return {
    name: (fields.get('NAME') ?? 'Linux').slice(0, 100),
    version: (fields.get('VERSION') ?? fields.get('VERSION_ID') ?? '').slice(0, 100),
  };
}

/** Whether a user stands in one of the groups that may become root, by the text of `/etc/group`. */
export function isAdministrator(groups: string, user: string): boolean {
  return groups.split('\n').some((line) => {
    const [name, , , members] = line.split(':');
    return administrators.has(name ?? '') && (members ?? '').split(',').includes(user);
  });
}

function addresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const outside = all.filter(({ internal, address }) => !internal && !address.startsWith('fe80:'));
  return outside.map(({ address }) => address).slice(0, mostAddresses);
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
