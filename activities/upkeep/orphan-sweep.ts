import { RefusedError } from '../commands/command-errors.js';
import type { SessionCommands } from '../commands/session-commands.js';
import { ChannelSessions, type MovableSession } from '../directory/channel-sessions.js';
import { type Database, rowOf } from '../store/database.js';

/**
 * Moves open sessions whose channel is gone into the queue of the default channel: such as one that was
 * begun while its channel was being deleted, or was opened again afterwards.
 */
export async function sweepOrphans(
  db: Database,
  commands: Pick<SessionCommands, 'send'>,
): Promise<void> {
  const orphans = await new ChannelSessions(db).orphans();
  if (orphans.length === 0) return;
  const found = await rowOf<{ key: string }>(db, 'select key from channels where is_default');
  if (!found) return;
  for (const orphan of orphans) await adopt(commands, orphan, found.key);
}

async function adopt(
  commands: Pick<SessionCommands, 'send'>,
  { id, sequence }: MovableSession,
  channel: string,
): Promise<void> {
  try {
    await commands.send(id, {
      id: `orphan:${sequence}`,
      actor: { kind: 'desk', rule: 'orphan' },
      grant: null,
      command: { type: 'transfer', channel, assignee: null, note: null },
    });
  } catch (error) {
    // It has ended or moved by itself meanwhile.
    if (!(error instanceof RefusedError)) throw error;
  }
}
