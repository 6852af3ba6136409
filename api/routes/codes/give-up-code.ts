import type { PublicOperation } from '../../operation.js';
import { hashOf } from '../../secrets.js';

/** The user no longer waits with a code. */
export const giveUpCode: PublicOperation<'giveUpCode'> = {
  access: 'public',
  async handle({ body }, { stores }) {
    await stores.codes.giveUp(hashOf(body.deviceToken));
    return { status: 204 };
  },
};
