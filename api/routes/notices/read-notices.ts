import type { SelfOperation } from '../../operation.js';

/** The caller has looked at what they were told. */
export const readNotices: SelfOperation<'readNotices'> = {
  access: 'self',
  async handle({ body }, { stores }, { technician }) {
    await stores.notices.markRead(technician, body.upTo);
    return { status: 204 };
  },
};
