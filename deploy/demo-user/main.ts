import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startProgram, type Program } from '../desktop/program.js';
import { project } from '../supervisor/places.js';
import { getDesktopPrograms, ProgramsLacking } from './desktop-programs.js';
import { freshLink, NoLink, technician } from './fresh-link.js';
import { openSecondDesktop, type SecondDesktop } from './second-desktop.js';

const packed = join(project, 'build/helper/mayday-helper-linux-x64');
const unpacked = join(project, 'build/agent/main.js');

/** `npm run demo:user [LINK]`: a second desktop whose user follows a link with the helper. */
async function main(): Promise<void> {
  const { env } = process;
  const data = resolve(env['MAYDAY_DATA'] ?? join(project, '.mayday'));
  const desk = env['PUBLIC_URL'] ?? `http://localhost:${env['PORT'] ?? '7300'}`;
  const ended = endAsked();
  await getDesktopPrograms(say);
  const link = process.argv[2] ?? (await freshLink(desk, data));
  const pictureFile = join(data, 'demo-user.png');
  const desktop = await openSecondDesktop(pictureFile);
  const helper = await startHelper(link, desktop);
  say(announcement(desk, link, desktop, pictureFile));
  await ended;
  await helper.close();
  await desktop.close();
}

function startHelper(link: string, { display }: SecondDesktop): Promise<Program> {
  const environment = { DISPLAY: display };
  return existsSync(packed)
    ? startProgram(packed, [link], environment)
    : startProgram(process.execPath, [unpacked, link], environment);
}

function announcement(
  desk: string,
  link: string,
  desktop: SecondDesktop,
  pictureFile: string,
): string {
  const lines: readonly (readonly [string, string])[] = [
    ['Link', link],
    ...(desktop.page === null ? [] : [['Look at it', desktop.page] as const]),
    ['By VNC', `127.0.0.1:${desktop.vncPort}`],
    ['Picture', `${pictureFile}, a new one every 3 s`],
    [
      'What to do',
      `Sign in at ${desk}/ as ${technician.name}, open the session of Aaron Whitfield`,
    ],
    ['', 'and press Start. Then press Allow on the second desktop within 30 s, by your own hand.'],
    ['End', 'Ctrl-C'],
  ];
  const rows = lines.map(([name, text]) => `  ${name.padEnd(11)} ${text}`);
  return `\n  A second desktop is open, and its user follows the link with the helper.\n\n${rows.join('\n')}\n`;
}

/** Fulfilled when somebody wants this to end; to say so twice hurries nothing, for the programs end in their order. */
function endAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        resolve();
      });
    }
  });
}

function say(line: string): void {
  console.log(line);
}

try {
  await main();
} catch (error) {
  const known = error instanceof NoLink || error instanceof ProgramsLacking;
  console.error(known ? error.message : error);
  process.exit(1);
}
