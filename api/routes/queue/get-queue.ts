import type { SelfOperation } from '../../operation.js';
import { unknownPage } from '../../problems/unknown-page.js';

/** A page of the queue, cut down in the database to what the caller may see. */
export const getQueue: SelfOperation<'getQueue'> = {
  access: 'each-row',
  async handle({ query }, { stores, policy, views }, { technician }) {
    const { view, channel = null, text = null, after = null, limit } = query;
    const viewer = policy.viewer(technician);
    const [page, counts] = await Promise.all([
      stores.queue
        .page(viewer, { view, channel, text, after, limit: limit ?? usualLimit })
        .catch(unknownPage),
      stores.queue.counts(viewer),
    ]);
    const rows = page.rows.map((row) => views.row(row, technician));
    return { status: 200, body: { rows, next: page.next, counts } };
  },
};

const usualLimit = 50;
