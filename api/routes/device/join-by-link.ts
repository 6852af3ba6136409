import { randomUUID } from 'node:crypto';
import type { SendableCommand } from '../../../activities/commands/update-of.js';
import { hasEnded } from '../../../workflows/domain/session/session.js';
import type { Desk } from '../../desk.js';
import type { PublicOperation } from '../../operation.js';
import { asLinkProblem } from '../../links/link-refusal.js';
import { followLinkAs } from '../../links/follow-link.js';
import { ProblemError } from '../../problems/problem-error.js';
import { hashOf, randomToken } from '../../secrets.js';

/** Trades a link for a token of this device; the first device is bound to the session. */
export const joinByLink: PublicOperation<'joinByLink'> = {
  access: 'public',
  async handle({ body, address }, desk) {
    const { token, deviceKey, kind, info } = body;
    const keyHash = hashOf(deviceKey);
    const { session, deviceId } = await followLinkAs(desk, token, keyHash);
    if (session.device && session.device.id !== deviceId) {
      throw new ProblemError('link-used-by-another-device');
    }
    const deviceToken = randomToken();
    const tokenHash = hashOf(deviceToken);
    if (!hasEnded(session)) {
      await join(desk, session.id, address, { type: 'join-device', deviceId, kind });
    }
    await desk.stores.devices.admit({
      id: deviceId,
      sessionId: session.id,
      keyHash,
      tokenHash,
      kind,
      info,
    });
    return { status: 201, body: { deviceToken, session: await desk.views.device(session.id) } };
  },
};

async function join(
  { commands }: Pick<Desk, 'commands'>,
  sessionId: string,
  from: string,
  command: SendableCommand,
): Promise<void> {
  const user = { kind: 'user' } as const;
  const envelope = { id: randomUUID(), actor: user, grant: null, from, command };
  await commands.send(sessionId, envelope).catch(asLinkProblem);
}
