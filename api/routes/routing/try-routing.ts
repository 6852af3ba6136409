import { desk } from '../../../workflows/domain/policy/roles.js';
import { chooseChannel } from '../../../workflows/domain/routing/choose-channel.js';
import { nextOffer, type RoutingStep } from '../../../workflows/domain/routing/next-offer.js';
import type { RequestFacts } from '../../../workflows/domain/routing/routing-rules.js';
import { shownRemarks } from './routing-answer.js';
import type { Authorizer } from '../../../policies/authorize.js';
import type { operations } from '../../generated/openapi.js';
import type { ChannelOperation, OperationRequest } from '../../operation.js';
import { personOf } from '../../shown/people.js';

type Answer = operations['tryRouting']['responses'][200]['content']['application/json'];

/** Where a request would go now, to whom, and why. Nothing is begun by asking. */
export const tryRouting: ChannelOperation<'tryRouting'> = {
  access: 'channel',
  action: 'channel.configure',
  channelOf(_request, { policy }, { technician }) {
    const { authorizer } = policy;
    const theirs = authorizer.people.organisation.channels.find(({ key }) =>
      authorizer.abilities(technician, key, 'own').includes('channel.configure'),
    );
    return theirs?.key ?? desk;
  },
  async handle({ body }, { stores, policy, now }) {
    const facts = factsFrom(body);
    const [rules, open] = await Promise.all([
      stores.routing.rules(),
      stores.routing.openChannels(),
    ]);
    const choice = chooseChannel(rules, facts, open);
    const [routing, staff] = await Promise.all([
      stores.routing.channel(choice.channel),
      stores.routing.staff(policy.authorizer, choice.channel),
    ]);
    const step = nextOffer(routing, staff, queuedFrom(facts, now()), now());
    return {
      status: 200,
      body: {
        channel: choice.channel,
        rule: choice.rule === null ? null : (rules.rules[choice.rule]?.name ?? null),
        why: [...choice.why],
        mode: routing.mode,
        step: shownStep(step, policy.authorizer, now()),
        remarks: shownRemarks(routing, staff),
        people: step.why.map(({ technician, matches, ...considered }) => ({
          ...considered,
          person: personOf(policy.authorizer, technician),
          matches: [...matches],
        })),
      },
    };
  },
};

function factsFrom(body: OperationRequest<'tryRouting'>['body']): RequestFacts {
  return {
    origin: body.origin ?? 'sos-call',
    system: body.system ?? null,
    department: body.department ?? null,
    customer: body.customer ?? null,
    locale: body.locale ?? null,
    words: body.words ?? '',
    sosCall: body.sosCall ?? null,
    channel: body.channel ?? null,
  };
}

/** The session that such a request would begin, at its first moment in the queue. */
function queuedFrom(facts: RequestFacts, now: number) {
  const { department, customer, locale: language, words: subject, system } = facts;
  return {
    queuedSince: now,
    tier: 0,
    declined: [],
    group: null,
    subject,
    requester: { name: '', address: null, language, customer, department },
    system,
  };
}

function shownStep(step: RoutingStep, authorizer: Authorizer, now: number): Answer['step'] {
  switch (step.kind) {
    case 'offer':
      return { kind: 'offer', tier: step.tier, person: personOf(authorizer, step.technician) };
    case 'draw':
      return { kind: 'draw', tier: step.tier };
    case 'wait': {
      const waitSeconds = step.until === null ? null : Math.round((step.until - now) / 1_000);
      return { kind: 'wait', waitSeconds };
    }
    case 'leave':
      return { kind: 'leave' };
  }
}
