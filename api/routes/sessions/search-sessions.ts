import { periodIn } from '../../audit/period.js';
import type { SelfOperation } from '../../operation.js';
import { unknownPage } from '../../problems/unknown-page.js';

/** Sessions by person, technician, channel, time and text, cut down in the database to what the caller may see. */
export const searchSessions: SelfOperation<'searchSessions'> = {
  access: 'each-row',
  async handle({ query }, { stores, policy, views }, { technician: caller }) {
    const { text = null, technician = null, requester = null, channel = null } = query;
    const { state = null, after = null, limit = usualLimit } = query;
    const asked = { text, technician, requester, channel, state, ...periodIn(query) };
    const page = await stores.sessionSearch
      .page(policy.viewer(caller), { ...asked, after, limit })
      .catch(unknownPage);
    const rows = page.rows.map((row) => views.row(row, caller));
    return { status: 200, body: { rows, next: page.next } };
  },
};

const usualLimit = 50;
