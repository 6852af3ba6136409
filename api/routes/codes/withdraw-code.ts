import { desk as theDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** Ends a code that waits. It is no channel's yet, so the desk's own managers do. */
export const withdrawCode: ChannelOperation<'withdrawCode'> = {
  access: 'channel',
  action: 'session.close',
  channelOf: () => theDesk,
  async handle({ path }, { stores }, { caller, grant }) {
    const actor = { kind: 'technician', key: caller.technician } as const;
    const ended = await stores.codes.withdraw(path.codeId, { actor, ...grant });
    if (!ended) throw new ProblemError('code-over');
    return { status: 204 };
  },
};
