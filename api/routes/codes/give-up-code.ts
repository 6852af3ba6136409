import { codeHappening } from '../../doors/code-happenings.js';
import type { PublicOperation } from '../../operation.js';
import { hashOf } from '../../secrets.js';

/** The user no longer waits with a code. */
export const giveUpCode: PublicOperation<'giveUpCode'> = {
  access: 'public',
  async handle({ body, address }, { stores, happenings }) {
    const wasLive = await stores.codes.giveUp(hashOf(body.deviceToken));
    if (wasLive) happenings.note(codeHappening('given-up', address));
    return { status: 204 };
  },
};
