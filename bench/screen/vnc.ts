import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { until } from '../../deploy/supervisor/until.js';
import { Closing } from '../closing.js';
import type { UserPlace } from '../line/user-place.js';
import { isListening } from './is-listening.js';
import { startProgram } from '../../deploy/desktop/program.js';
import type { Variant } from './variant.js';

const run = promisify(execFile);

/** The user's desktop through x11vnc and noVNC, with noVNC's files from a folder. */
export function vncVariant(
  name: string,
  options: readonly string[],
  { display, noVnc, ports, user }: VncPlace,
): Variant {
  return {
    name,
    open: async (page) => {
      const closing = new Closing();
      const args = [...serverArgs(display, user.address, ports.rfb), ...options];
      const server = await startProgram(...user.startedThere('x11vnc', args));
      closing.add(() => server.close());
      const target = `${user.address}:${ports.rfb}`;
      const web = await startProgram('websockify', ['--web', noVnc, String(ports.web), target]);
      closing.add(() => web.close());
      await until('x11vnc and websockify', () => bothListen(user.address, ports));
      await page.goto(viewAddress(ports.web));
      closing.add(async () => {
        await page.goto('about:blank');
      });
      return {
        parts: { x11vnc: [server.pid], websockify: [web.pid] },
        receivedBytes: () => bytesSentFrom(ports.web),
        close: () => closing.close(),
      };
    },
  };
}

/** The user's desktop and where it stands, noVNC's files, and where x11vnc and the web server listen. */
export interface VncPlace {
  readonly display: string;
  readonly user: UserPlace;
  readonly noVnc: string;
  readonly ports: { readonly rfb: number; readonly web: number };
}

/** `-forever` keeps it from ending when the page is left; everything else is as it comes. */
function serverArgs(display: string, address: string, port: number): string[] {
  const where = ['-display', display, '-listen', address, '-rfbport', String(port)];
  return [...where, '-nopw', '-forever', '-q'];
}

/** noVNC takes any text for `scale` as yes, `false` too: the picture stays unscaled only without it. */
function viewAddress(port: number): string {
  return `http://127.0.0.1:${port}/vnc_lite.html?host=127.0.0.1&port=${port}&path=websockify`;
}

async function bothListen(address: string, { rfb, web }: VncPlace['ports']): Promise<boolean> {
  return (await isListening(rfb, address)) && (await isListening(web));
}

/** Asks the system, so that counting costs neither the server nor the page anything. */
async function bytesSentFrom(port: number): Promise<number> {
  const { stdout } = await run('ss', ['-tinH', `( sport = :${port} )`]);
  const counts = [...stdout.matchAll(/bytes_sent:(\d+)/g)];
  return counts.reduce((sum, [, bytes]) => sum + Number(bytes), 0);
}
