import type { Envelope } from '../../workflows/contract.js';
import { RefusedError } from '../commands/command-errors.js';
import type { SessionCommands } from '../commands/session-commands.js';
import type { SendableCommand } from '../commands/update-of.js';

/** What the desk sends by itself, and by which rule; the same id is done once. */
export interface DeskCommand {
  readonly id: string;
  readonly rule: Extract<Envelope['actor'], { kind: 'desk' }>['rule'];
  readonly command: SendableCommand;
}

/** Sends a session what a sweep has found due; nothing where it is refused, for it has ended or moved by itself meanwhile. */
export async function sendAsDesk(
  commands: Pick<SessionCommands, 'send'>,
  sessionId: string,
  { id, rule, command }: DeskCommand,
): Promise<void> {
  try {
    await commands.send(sessionId, { id, actor: { kind: 'desk', rule }, grant: null, command });
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
  }
}
