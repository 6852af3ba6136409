import { Command, CommanderError } from 'commander';
import { version } from './version.js';

/** What the helper was started for. */
export type Errand =
  | { readonly kind: 'help'; readonly link: string | null }
  | { readonly kind: 'register' }
  /** Everything has been said already; only the exit code is left. */
  | { readonly kind: 'said'; readonly exitCode: number };

/** The exit code for words that the helper does not understand. */
const wrongUsage = 2;

/** Reads the words after the program's name. */
export function parseCommandLine(words: readonly string[]): Errand {
  const command = new Command('mayday-helper')
    .description('Get help with your screen from a technician, who sees and does what you allow.')
    .argument('[link]', 'the link from your technician; without it the helper asks for one')
    .option('--register', 'open mayday: links with this program from now on')
    .version(version, '--version')
    .exitOverride();
  try {
    command.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { kind: 'said', exitCode: error.exitCode === 0 ? 0 : wrongUsage };
  }
  if (command.opts<{ register?: true }>().register) return { kind: 'register' };
  return { kind: 'help', link: command.args[0] ?? null };
}
