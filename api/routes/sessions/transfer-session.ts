import type { Fault } from '../../../workflows/domain/fault.js';
import type { TransferCommand } from '../../../workflows/domain/session/commands.js';
import { targetFault } from '../../../policies/transfer-target.js';
import type { Desk } from '../../desk.js';
import type { OperationRequest, SessionOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { unfit } from '../../problems/unfit.js';
import { command } from './command.js';

/** Hands a session over to a technician, to a group or to a channel's queue. */
export const transferSession: SessionOperation<'transferSession'> = {
  access: 'session',
  action: 'session.transfer',
  handle({ headers, body }, desk, permit) {
    checkTarget(body, desk);
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

function checkTarget(body: Body, desk: Desk): void {
  const { channel, technician = null, group = null } = body;
  if (technician !== null && group !== null) throw unfit(oneOrTheOther);
  const fault = targetFault(desk.policy.authorizer, { channel, technician, group });
  if (fault) throw new ProblemError(fault);
}

const oneOrTheOther: Fault = {
  path: '/body/group',
  code: 'malformed',
  message: 'stands beside a technician; a session goes to one or the other',
};

function offerOf({ warm = false, acceptWithinSeconds }: Body): Pick<TransferCommand, 'offer'> {
  if (acceptWithinSeconds !== undefined) {
    return { offer: { warm, withinMs: acceptWithinSeconds * 1_000 } };
  }
  if (warm) throw new ProblemError('warm-needs-time');
  return {};
}
