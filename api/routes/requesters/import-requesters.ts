import { readRequesterTable } from '../../../activities/directory/read-requester-table.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { doerOf } from '../../directory/doer-of.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Takes a table of requesters over, whole or not at all; a dry run only finds out what that would do. */
export const importRequesters: ChannelOperation<'importRequesters'> = {
  access: 'channel',
  action: 'channel.create',
  channelOf: () => atDesk,
  async handle({ body }, { stores, organisation }, permit) {
    const table = readRequesterTable(body.table);
    if (!table.ok) {
      const errors = table.faults.map(({ line, ...fault }) => ({ ...fault, path: `line ${line}` }));
      throw new ProblemError('import-refused', { errors });
    }
    const { requesterImport } = stores;
    const by = doerOf(permit);
    const outcome = body.dryRun
      ? await requesterImport.tryOut(by, table.rows)
      : await requesterImport.run(by, table.rows);
    await organisation.look();
    return { status: 200, body: { ...outcome, newCustomers: [...outcome.newCustomers] } };
  },
};
