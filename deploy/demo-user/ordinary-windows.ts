import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import koffi from 'koffi';
import { bind } from '../../agent/platform/native.js';
import { XConnection } from '../../agent/platform/x11/x-connection.js';
import type { PersonDesktop } from '../desktop/person-desktop.js';

const background = 0x33475b;
const report = `Quarterly report, third quarter
================================

1. What went well
   - The new price list is out, and stores have stopped asking for it.
   - Two of three exports to PDF work again.

2. What did not
   - Illustrator closes when I export the poster.
     It began on Monday, after the update.

3. What comes next
   - Ask IT about the export.
`;
const terminal = ['-T', 'Export', '-geometry', '70x14+560+380', '-fa', 'Monospace', '-fs', '10'];
const log =
  'while :; do echo "$(date +%T)  export poster.ai: waiting for the print service"; sleep 2; done';

/** What a person has open, and the files of it. */
export interface OrdinaryWindows {
  /** Takes the files away; the windows go with their desktop. */
  tidyUp(): void;
}

/** Puts on a desktop what a person would have open: a text that is being written, and something that moves. */
export async function openOrdinaryWindows(desktop: PersonDesktop): Promise<OrdinaryWindows> {
  const folder = mkdtempSync(join(tmpdir(), 'mayday-demo-user-'));
  const document = join(folder, 'Quarterly report.txt');
  writeFileSync(document, report);
  paintBackground(desktop.display);
  // A home of its own keeps what the programs write down apart from that of whoever started them.
  const environment = { HOME: folder, LANG: 'C.UTF-8' };
  await desktop.run('mousepad', ['--disable-server', document], environment);
  await desktop.run('xterm', [...terminal, '-e', 'sh', '-c', log], environment);
  return {
    tidyUp() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function paintBackground(display: string): void {
  const library = koffi.load('libX11.so.6');
  const setBackground = bind<[bigint, number, number], number>(
    library,
    'int XSetWindowBackground(void *d, ulong window, ulong colour)',
  );
  const clear = bind<[bigint, number], number>(library, 'int XClearWindow(void *d, ulong window)');
  const connection = new XConnection(display, () => undefined);
  setBackground(connection.display, connection.root, background);
  clear(connection.display, connection.root);
  connection.flush();
  connection.close();
}
