import type { SelfOperation } from '../../operation.js';
import { storedNotice } from '../../notices/stored-notice.js';

/** What the caller was told, about sessions that they may still see. */
export const listNotices: SelfOperation<'listNotices'> = {
  access: 'each-row',
  async handle({ query }, { stores, policy }, { technician }) {
    const viewer = policy.viewer(technician);
    const page = await stores.notices.page(viewer, query.after ?? null, query.limit ?? 50);
    const notices = page.notices.map((notice) => storedNotice(notice, policy.authorizer));
    return { status: 200, body: { ...page, notices } };
  },
};
