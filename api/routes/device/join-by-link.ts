import { randomUUID } from 'node:crypto';
import { deviceIdOf } from '../../../activities/store/device-store.js';
import type { PublicOperation } from '../../operation.js';
import { asLinkProblem } from '../../links/link-refusal.js';
import { followLink } from '../../links/follow-link.js';
import { ProblemError } from '../../problems/problem-error.js';
import { hashOf, randomToken } from '../../secrets.js';

/** Trades a link for a token of this device; the first device is bound to the session. */
export const joinByLink: PublicOperation<'joinByLink'> = {
  access: 'public',
  async handle({ body }, desk) {
    const { token, deviceKey, kind, info } = body;
    const session = await followLink(desk, token);
    const keyHash = hashOf(deviceKey);
    const deviceId = deviceIdOf(session.id, keyHash);
    if (session.device && session.device.id !== deviceId) {
      throw new ProblemError('link-used-by-another-device');
    }
    const deviceToken = randomToken();
    const tokenHash = hashOf(deviceToken);
    await desk.commands
      .send(session.id, {
        id: randomUUID(),
        actor: { kind: 'user' },
        grant: null,
        command: { type: 'join-device', deviceId, kind },
      })
      .catch(asLinkProblem);
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
