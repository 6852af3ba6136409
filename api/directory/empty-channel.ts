import { RefusedError } from '../../activities/commands/command-errors.js';
import { idFrom } from '../../activities/keys/id-from.js';
import type { MovableSession } from '../../activities/directory/channel-sessions.js';
import type { Desk } from '../desk.js';
import type { TransferCommand } from '../../workflows/domain/session/commands.js';
import type { Permit } from '../policy/permit.js';
import { canServe } from '../../policies/transfer-target.js';

/** So many workflows are spoken to at once. */
const atOnce = 8;

/** New sessions may arrive while others move; after so many rounds the channel is plainly too busy. */
const mostRounds = 5;

/**
 * Moves every open session of a channel to another by a transfer, and gives back how many. Who answers
 * for a session goes along with it where the policy lets them serve there; else it waits in the queue.
 * What elsewhere is being handed over into the channel, or would go back to it, is called off first.
 */
export async function emptyChannel(desk: Desk, permit: Permit, to: string): Promise<number> {
  const around = await desk.stores.channelSessions.handedOverAround(permit.channel);
  for (const session of around) await callOff(desk, permit, session);
  let moved = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const open = await desk.stores.channelSessions.openIn(permit.channel);
    if (open.length === 0) break;
    for (let from = 0; from < open.length; from += atOnce) {
      const some = open.slice(from, from + atOnce);
      const done = await Promise.all(some.map((session) => move(desk, permit, session, to)));
      moved += done.filter(Boolean).length;
    }
  }
  return moved;
}

async function move(
  desk: Desk,
  permit: Permit,
  session: MovableSession,
  to: string,
): Promise<boolean> {
  const { assignee } = session;
  const stays = assignee !== null && canServe(desk.policy.authorizer, assignee, to);
  try {
    await send(desk, permit, session, {
      type: 'transfer',
      channel: to,
      assignee: stays ? assignee : null,
      note: null,
      askable: desk.consent.of(to),
    });
    return true;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    if (error.refusal.refused === 'transfer-open') await callOff(desk, permit, session);
    // It has ended or moved by itself meanwhile; the next round shows whether anything is left.
    return false;
  }
}

/** What is being handed over goes back to where it was, and from there the next round moves it. */
async function callOff(desk: Desk, permit: Permit, session: MovableSession): Promise<void> {
  try {
    await send(desk, permit, session, { type: 'call-off-transfer' });
  } catch (error) {
    // Accepted, declined or let pass in this very moment: it is settled either way.
    if (!(error instanceof RefusedError)) throw error;
  }
}

async function send(
  desk: Desk,
  permit: Permit,
  { id, sequence }: MovableSession,
  command: TransferCommand | { readonly type: 'call-off-transfer' },
): Promise<void> {
  const { caller, grant, channel } = permit;
  await desk.commands.send(id, {
    id: idFrom(`empty ${channel} ${id} ${sequence} ${command.type}`),
    actor: { kind: 'technician', key: caller.technician },
    grant,
    command,
  });
}
