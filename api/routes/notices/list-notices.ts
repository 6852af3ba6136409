import { actionToKnow, deskNoticeKinds } from '../../../workflows/domain/notices/desk-notices.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { SelfOperation } from '../../operation.js';
import { storedNotice } from '../../notices/stored-notice.js';

/** What the caller was told, about sessions that they may still see, and of the desk what is still theirs to know. */
export const listNotices: SelfOperation<'listNotices'> = {
  access: 'each-row',
  async handle({ query }, { stores, policy }, { technician }) {
    const may = policy.authorizer.abilities(technician, atDesk, 'own');
    const kindsOfDesk = deskNoticeKinds.filter((kind) => may.includes(actionToKnow[kind]));
    const reader = { ...policy.viewer(technician), kindsOfDesk };
    const page = await stores.notices.page(reader, query.after ?? null, query.limit ?? 50);
    const notices = page.notices.map((notice) => storedNotice(notice, policy.authorizer));
    return { status: 200, body: { ...page, notices } };
  },
};
