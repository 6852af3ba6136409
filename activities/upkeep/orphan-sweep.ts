import type { SessionCommands } from '../commands/session-commands.js';
import { ChannelSessions, type MovableSession } from '../directory/channel-sessions.js';
import { type Database, rowOf } from '../store/database.js';
import { sendAsDesk } from './send-as-desk.js';

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

function adopt(
  commands: Pick<SessionCommands, 'send'>,
  { id, sequence }: MovableSession,
  channel: string,
): Promise<void> {
  return sendAsDesk(commands, id, {
    id: `orphan:${sequence}`,
    rule: 'orphan',
    command: { type: 'transfer', channel, assignee: null, note: null },
  });
}
