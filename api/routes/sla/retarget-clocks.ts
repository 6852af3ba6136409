import { randomUUID } from 'node:crypto';
import { RefusedError } from '../../../activities/commands/command-errors.js';
import type { Desk } from '../../desk.js';
import type { ChannelOperation } from '../../operation.js';
import type { Permit } from '../../policy/permit.js';

/** So many in one request, and so many of them at the same time. */
const most = 200;
const atOnce = 10;

/** Gives running clocks of a channel another target; sessions that have it already are left alone. */
export const retargetClocks: ChannelOperation<'retargetClocks'> = {
  access: 'channel',
  action: 'sla.configure',
  channelOf: ({ body }) => body.channel,
  async handle({ body }, desk, permit) {
    const { clock, target } = body;
    const newTarget = { ...body, priority: body.priority ?? null };
    const sessions = await desk.stores.clocks.toRetarget(newTarget);
    const these = sessions.slice(0, most);
    let retargeted = 0;
    for (let first = 0; first < these.length; first += atOnce) {
      const done = await Promise.all(
        these
          .slice(first, first + atOnce)
          .map((id) => retarget(desk, permit, id, { clock, target })),
      );
      retargeted += done.filter((one) => one).length;
    }
    return { status: 200, body: { retargeted, left: sessions.length - these.length } };
  },
};

/** False where the session ended in the meantime. */
async function retarget(
  { commands }: Pick<Desk, 'commands'>,
  { caller, grant }: Permit,
  id: string,
  given: { readonly clock: string; readonly target: number },
): Promise<boolean> {
  const actor = { kind: 'technician', key: caller.technician } as const;
  const command = { type: 'retarget', ...given } as const;
  try {
    await commands.send(id, { id: randomUUID(), actor, grant, command });
    return true;
  } catch (error) {
    if (error instanceof RefusedError) return false;
    throw error;
  }
}
