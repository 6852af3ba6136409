import type { TransferCommand } from '../../../workflows/domain/session/commands.js';
import type { Authorizer } from '../../../policies/authorize.js';
import type { OperationRequest, SessionOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { canGroupServe, canServe } from '../../sessions/transfer-targets.js';
import { command } from './command.js';

/** Hands a session over to a technician, to a group or to a channel's queue. */
export const transferSession: SessionOperation<'transferSession'> = {
  access: 'session',
  action: 'session.transfer',
  handle({ headers, body }, desk, permit) {
    checkTarget(body, desk.policy.authorizer);
    const { channel, technician = null, group, note = null } = body;
    return command(desk, permit, headers['Idempotency-Key'], {
      type: 'transfer',
      channel,
      assignee: technician,
      note,
      askable: desk.consent.of(channel),
      ...(group === undefined ? {} : { group }),
      ...offerOf(body),
    });
  },
};

type Body = OperationRequest<'transferSession'>['body'];

function checkTarget({ channel, technician, group }: Body, authorizer: Authorizer): void {
  if (!authorizer.people.organisation.channels.some(({ key }) => key === channel)) {
    throw new ProblemError('channel-unknown');
  }
  if (
    technician !== undefined &&
    (group !== undefined || !canServe(authorizer, technician, channel))
  ) {
    throw new ProblemError('technician-not-of-channel');
  }
  if (group !== undefined && !canGroupServe(authorizer, group, channel)) {
    throw new ProblemError('group-not-of-channel');
  }
}

function offerOf({ warm = false, acceptWithinSeconds }: Body): Pick<TransferCommand, 'offer'> {
  if (acceptWithinSeconds !== undefined) {
    return { offer: { warm, withinMs: acceptWithinSeconds * 1_000 } };
  }
  if (warm) throw new ProblemError('warm-needs-time');
  return {};
}
