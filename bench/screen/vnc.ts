import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { until } from '../../deploy/supervisor/until.js';
import { Closing } from '../closing.js';
import { isListening } from './is-listening.js';
import { startProgram } from '../../deploy/desktop/program.js';
import type { Variant } from './variant.js';

const run = promisify(execFile);

/** The user's desktop through x11vnc and noVNC, with noVNC's files from a folder. */
export function vncVariant(
  name: string,
  options: readonly string[],
  { display, noVnc, ports }: { display: string; noVnc: string; ports: VncPorts },
): Variant {
  return {
    name,
    open: async (page) => {
      const closing = new Closing();
      const server = await startProgram('x11vnc', [...serverArgs(display, ports.rfb), ...options]);
      closing.add(() => server.close());
      const target = `127.0.0.1:${ports.rfb}`;
      const web = await startProgram('websockify', ['--web', noVnc, String(ports.web), target]);
      closing.add(() => web.close());
      await until('x11vnc and websockify', () => bothListen(ports));
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

/** Where x11vnc and the web server listen. */
export interface VncPorts {
  readonly rfb: number;
  readonly web: number;
}

/** `-forever` keeps it from ending when the page is left; everything else is as it comes. */
function serverArgs(display: string, port: number): string[] {
  return ['-display', display, '-rfbport', String(port), '-localhost', '-nopw', '-forever', '-q'];
}

/** noVNC takes any text for `scale` as yes, `false` too: the picture stays unscaled only without it. */
function viewAddress(port: number): string {
  return `http://127.0.0.1:${port}/vnc_lite.html?host=127.0.0.1&port=${port}&path=websockify`;
}

async function bothListen({ rfb, web }: VncPorts): Promise<boolean> {
  return (await isListening(rfb)) && (await isListening(web));
}

/** Asks the system, so that counting costs neither the server nor the page anything. */
async function bytesSentFrom(port: number): Promise<number> {
  const { stdout } = await run('ss', ['-tinH', `( sport = :${port} )`]);
  const counts = [...stdout.matchAll(/bytes_sent:(\d+)/g)];
  return counts.reduce((sum, [, bytes]) => sum + Number(bytes), 0);
}
