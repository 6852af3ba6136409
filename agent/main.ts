import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseCommandLine } from './command-line.js';
import type { Helper } from './helper.js';
import { DesktopUnavailable } from './platform/desktop.js';
import { register } from './registration.js';
import { trustTheMachine } from './trust-the-machine.js';

const failed = 1;
const noDesktop = 3;

async function main(): Promise<void> {
  const errand = parseCommandLine(process.argv.slice(2));
  if (errand.kind === 'said') process.exit(errand.exitCode);
  if (errand.kind === 'register') {
    console.log(`mayday: links open this helper now (${await register(dataFolder(), command())}).`);
    return;
  }
  await help(errand.link);
}

async function help(link: string | null): Promise<void> {
  trustTheMachine();
  // Loaded only now: the other errands need no native modules.
  const { compose } = await import('./compose.js');
  const helper = await compose(surroundings(), () => {
    end(helper, 0);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      end(helper, 0);
    });
  }
  // Whatever goes wrong, nothing may stay pressed or shown.
  process.once('uncaughtException', (error) => {
    console.error(error);
    end(helper, failed);
  });
  if (link !== null) helper.follow(link);
}

function end(helper: Helper, exitCode: number): void {
  helper.close();
  process.exit(exitCode);
}

function surroundings() {
  const { env } = process;
  return {
    display: env['DISPLAY'],
    locale: env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'en',
    configFolder: env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'),
  };
}

function dataFolder(): string {
  return process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share');
}

/** How this very program is started: by itself when it is one file, by Node otherwise. */
function command(): readonly string[] {
  const script = process.argv[1];
  const isOneFile = script === undefined || script === process.execPath;
  return isOneFile ? [process.execPath] : [process.execPath, script];
}

main().catch((error: unknown) => {
  const known = error instanceof DesktopUnavailable;
  console.error(known ? error.message : error);
  process.exit(known ? noDesktop : failed);
});
