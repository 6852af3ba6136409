import { globSync } from 'node:fs';
import { weAreRoot } from '../system-user.js';
import { installDebianPackages } from './debian-packages.js';
import { findProgram } from './find-program.mjs';
import { hasApt } from './has-apt.mjs';
import type { Progress } from './progress.js';

/** Programs and libraries that tests and the demonstration's second desktop use, with the Debian package that brings each. */
const tools: readonly (readonly [wanted: string, debianPackage: string])[] = [
  ['chromium', 'chromium'],
  ['Xvfb', 'xvfb'],
  ['Xephyr', 'xserver-xephyr'],
  ['xdotool', 'xdotool'],
  ['openbox', 'openbox'],
  ['xterm', 'xterm'],
  ['xprop', 'x11-utils'],
  ['import', 'imagemagick'],
  ['turnserver', 'coturn'],
  ['/usr/lib/*/libgtk-3.so.0', 'libgtk-3-0'],
  ['/usr/lib/*/libXtst.so.6', 'libxtst6'],
  ['/usr/share/fonts/**/*.ttf', 'fonts-dejavu-core'],
];

/** Brings the test tools that this machine lacks: as root Debian's packages. Answers a sentence for what is still missing, or undefined. */
export async function getTestTools(progress: Progress): Promise<string | undefined> {
  const lacking = lackingPackages();
  if (lacking.length === 0) return undefined;
  if (weAreRoot() && hasApt()) {
    await progress(`Installing Debian's packages ${lacking.join(', ')} on this machine`, () =>
      installDebianPackages(lacking),
    );
  }
  const left = lackingPackages();
  if (left.length === 0) return undefined;
  return `The tests need programs that are not here: install the packages ${left.join(', ')}.`;
}

function lackingPackages(): string[] {
  return tools.filter(([wanted]) => !isHere(wanted)).map(([, debianPackage]) => debianPackage);
}

function isHere(wanted: string): boolean {
  return wanted.startsWith('/') ? globSync(wanted).length > 0 : findProgram(wanted) !== undefined;
}
