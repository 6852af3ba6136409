import type { Fault } from '../../../workflows/domain/fault.js';
import type { TransferCommand } from '../../../workflows/domain/session/commands.js';
import {
  type TargetFault,
  targetFault,
  type TransferPlace,
} from '../../../policies/transfer-target.js';
import type { Desk } from '../../desk.js';
import type { OperationRequest, SessionOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { refusedAt } from '../../problems/refused-at.js';
import { unfit } from '../../problems/unfit.js';
import { command } from './command.js';

/** Hands a session over to a technician, to a group or to a channel's queue. */
export const transferSession: SessionOperation<'transferSession'> = {
  access: 'session',
  action: 'session.transfer',
  handle({ headers, body }, desk, permit) {
    const { channel, technician, group } = placeIn(body, permit.session.channel, desk);
    return command(desk, permit, headers['Idempotency-Key'], {
      type: 'transfer',
      channel,
      assignee: technician,
      note: body.note ?? null,
      askable: desk.consent.of(channel),
      ...(group === null ? {} : { group }),
      ...offerOf(body),
    });
  },
};

type Body = OperationRequest<'transferSession'>['body'];

/** Where it is to go; within the channel where it is unless another is named. */
function placeIn(body: Body, here: string, { policy }: Pick<Desk, 'policy'>): TransferPlace {
  const { technician = null, group = null } = body;
  if (technician !== null && group !== null) throw unfit(oneOrTheOther);
  if (body.channel === undefined && technician === null && group === null) throw unfit(nowhere);
  const place = { channel: body.channel ?? here, technician, group };
  const fault = targetFault(policy.authorizer, place);
  if (fault) throw refusedAt(`/body/${fieldOf[fault]}`, fault, place[fieldOf[fault]] ?? '');
  return place;
}

const fieldOf = {
  'channel-unknown': 'channel',
  'technician-not-of-channel': 'technician',
  'group-not-of-channel': 'group',
} as const satisfies Readonly<Record<TargetFault, keyof TransferPlace>>;

const oneOrTheOther: Fault = {
  path: '/body/group',
  code: 'malformed',
  message: 'stands beside a technician; a session goes to one or the other',
};

const nowhere: Fault = {
  path: '/body/channel',
  code: 'missing',
  message: 'must be said where neither a technician nor a group is',
};

function offerOf({ warm = false, acceptWithinSeconds }: Body): Pick<TransferCommand, 'offer'> {
  if (acceptWithinSeconds !== undefined) {
    return { offer: { warm, withinMs: acceptWithinSeconds * 1_000 } };
  }
  if (warm) throw new ProblemError('warm-needs-time');
  return {};
}
