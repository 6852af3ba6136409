import { hasApt } from '../supervisor/getting/has-apt.mjs';
import { installDebianPackages } from '../supervisor/getting/debian-packages.js';
import { findProgram } from '../supervisor/getting/find-program.mjs';
import { weAreRoot } from '../supervisor/system-user.js';

/** The programs that the second desktop is made of, and the Debian package of each. */
const programs = {
  Xvfb: 'xvfb',
  Xephyr: 'xserver-xephyr',
  openbox: 'openbox',
  x11vnc: 'x11vnc',
  xterm: 'xterm',
  mousepad: 'mousepad',
} as const;

/** A page that shows the desktop in a browser is nice to have. */
const wished = { websockify: 'novnc' } as const;

/** Programs are lacking that cannot be brought; the message is a sentence for the operator. */
export class ProgramsLacking extends Error {
  override readonly name = 'ProgramsLacking';
}

/** Sees to it that every program is there, installing Debian's packages as root and after saying so. Throws ProgramsLacking. */
export async function getDesktopPrograms(say: (line: string) => void): Promise<void> {
  const lacking = packagesLacking({ ...programs, ...wished });
  if (lacking.length > 0 && weAreRoot() && hasApt()) {
    say(`Installing Debian's packages ${lacking.join(', ')}`);
    await installDebianPackages(lacking);
  }
  const still = packagesLacking(programs);
  if (still.length === 0) return;
  throw new ProgramsLacking(`The second desktop needs these packages: ${still.join(', ')}.`);
}

function packagesLacking(wanted: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(wanted).flatMap(([program, name]) =>
    findProgram(program) === undefined ? [name] : [],
  );
}
