import { existsSync } from 'node:fs';
import { installDebianPackages } from '../../deploy/supervisor/getting/debian-packages.js';
import { hasApt } from '../../deploy/supervisor/getting/has-apt.mjs';
import { findProgram } from '../../deploy/supervisor/getting/find-program.mjs';
import { weAreRoot } from '../../deploy/supervisor/system-user.js';

/** What the comparison runs, by Debian's package. */
const needed = {
  Xvfb: 'xvfb',
  Xephyr: 'xserver-xephyr',
  xdotool: 'xdotool',
  x11vnc: 'x11vnc',
  websockify: 'websockify',
  getconf: 'libc-bin',
  ss: 'iproute2',
} as const;

const noVnc = '/usr/share/novnc';
const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome'];

/** Programs of the comparison that have no fixed place. */
export interface Programs {
  readonly chromium: string;
  /** The folder of noVNC's files. */
  readonly noVnc: string;
}

/** Finds what the comparison needs; as root it brings what is missing, else it throws a sentence that lists it. */
export async function getPrograms(): Promise<Programs> {
  const missing = missingPackages();
  if (missing.length > 0) await bring(missing);
  const chromium = findChromium();
  if (chromium === undefined) throw new Error('Chromium is missing.');
  return { chromium, noVnc };
}

async function bring(packages: readonly string[]): Promise<void> {
  const list = packages.join(' ');
  if (!hasApt() || !weAreRoot()) {
    throw new Error(`The comparison needs Debian's packages ${list}: install them and run again.`);
  }
  console.log(`  Installing Debian's packages ${list} on this machine …`);
  await installDebianPackages(packages);
}

function missingPackages(): string[] {
  const programs = Object.entries(needed).filter(([name]) => findProgram(name) === undefined);
  const packages: string[] = programs.map(([, name]) => name);
  if (!existsSync(`${noVnc}/vnc_lite.html`)) packages.push('novnc');
  if (findChromium() === undefined) packages.push('chromium');
  return packages;
}

function findChromium(): string | undefined {
  return chromiumNames.map(findProgram).find((path) => path !== undefined);
}
