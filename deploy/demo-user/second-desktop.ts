import { existsSync } from 'node:fs';
import { findProgram } from '../supervisor/getting/find-program.mjs';
import { firstFree } from './first-free-port.js';
import { startProgram, type Program } from '../desktop/program.js';
import { startPersonDesktop } from '../desktop/person-desktop.js';
import { keepPicturing } from './desktop-pictures.js';
import { openOrdinaryWindows } from './ordinary-windows.js';

const size = { width: 1280, height: 720 };
const pictureEvery = 3000;
const firstVncPort = 7390;
const firstPagePort = 7395;
const novnc = '/usr/share/novnc';

/** A desktop beside the operator's own, and where it can be seen and touched. */
export interface SecondDesktop {
  /** The display of the person, such as `:51`. */
  readonly display: string;
  readonly vncPort: number;
  /** A page that shows it, where noVNC is installed. */
  readonly page: string | null;
  close(): Promise<void>;
}

/** Opens the desktop. What is done to it by VNC is, to its programs, done by the person's own hand. */
export async function openSecondDesktop(pictureFile: string): Promise<SecondDesktop> {
  const desktop = await startPersonDesktop(size);
  const windows = await openOrdinaryWindows(desktop);
  const vncPort = await firstFree(firstVncPort);
  const vnc = await startProgram('x11vnc', vncArguments(desktop.hand, vncPort));
  const web = await startPage(vncPort);
  const pictures = keepPicturing(desktop.hand, pictureFile, pictureEvery);
  return {
    display: desktop.display,
    vncPort,
    page: web?.page ?? null,
    close: async () => {
      pictures.close();
      await web?.program.close();
      await vnc.close();
      await desktop.close();
      windows.tidyUp();
    },
  };
}

function vncArguments(display: string, port: number): readonly string[] {
  const place = ['-display', display, '-localhost', '-rfbport', String(port)];
  return [...place, '-shared', '-forever', '-nopw', '-quiet', '-wait', '5', '-defer', '5'];
}

async function startPage(
  vncPort: number,
): Promise<{ readonly program: Program; readonly page: string } | null> {
  if (findProgram('websockify') === undefined || !existsSync(novnc)) return null;
  const port = await firstFree(firstPagePort);
  const program = await startProgram('websockify', [
    '--web',
    novnc,
    `127.0.0.1:${port}`,
    `127.0.0.1:${vncPort}`,
  ]);
  return { program, page: `http://127.0.0.1:${port}/vnc.html?autoconnect=1&resize=scale` };
}
