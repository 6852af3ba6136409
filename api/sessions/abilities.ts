import type { Action } from '../../workflows/domain/policy/actions.js';
import type { SessionCommand } from '../../workflows/domain/session/commands.js';
import { isRefusal } from '../../workflows/domain/session/decision.js';
import { judge } from '../../workflows/domain/session/judge.js';
import {
  collaboratorIn,
  type Collaborator,
  hasEnded,
  type Session,
} from '../../workflows/domain/session/session.js';
import { possibleScopes } from '../../workflows/domain/session/possible-scopes.js';
import type { ConsentScope, Instant } from '../../workflows/domain/session/vocabulary.js';
import type { components } from '../generated/openapi.js';
import { isHandedTo } from '../../policies/relation.js';

export type Ability = components['schemas']['Ability'];

/** Who looks at a session, what the policy lets them do with it, and what its channel lets the user be asked for. */
export interface Onlooker {
  readonly technician: string;
  readonly actions: readonly Action[];
  readonly mayBeAsked: readonly ConsentScope[];
}

/** The action that the policy is asked for, for each scope that the user may be asked for. */
export const scopeActions: Readonly<Record<ConsentScope, Action>> = {
  view: 'tool.view',
  control: 'tool.control',
  files: 'tool.file.send',
  clipboard: 'tool.clipboard',
  record: 'tool.record',
};

/**
 * What somebody may do with a session now: allowed by the policy and by the very rules that will
 * judge the command, so that nothing is offered only to be refused.
 */
export function abilitiesOf(
  session: Session,
  onlooker: Onlooker,
  now: Instant,
): readonly Ability[] {
  return allAbilities.filter((ability) => offers[ability](new View(session, onlooker, now)));
}

/** The scopes that the onlooker may ask for now, by policy, channel, device and what is granted already. */
export function askableScopes(
  session: Session,
  { actions, mayBeAsked }: Onlooker,
): readonly ConsentScope[] {
  // Before the device is there, what the helper can do is what will probably be asked for.
  return possibleScopes[session.device?.kind ?? 'helper']
    .filter((scope) => actions.includes(scopeActions[scope]))
    .filter((scope) => mayBeAsked.includes(scope))
    .filter((scope) => !session.consent.granted.includes(scope));
}

const allAbilities: readonly Ability[] = [
  'claim',
  'start',
  'ask-more',
  'disconnect',
  'hold',
  'resume',
  'close',
  'withdraw',
  'reopen',
  'transfer',
  'assign',
  'escalate',
  'write',
  'decline',
  'call-off-transfer',
  'invite',
  'join',
  'leave',
  'give-mouse',
  'return-mouse',
  'take-over',
  'copy-link',
  'watch',
  'drive',
];

const offers: Readonly<Record<Ability, (view: View) => boolean>> = {
  claim: (view) =>
    view.may(view.isHandedOver ? 'session.start' : 'session.claim') && view.can({ type: 'claim' }),
  start: (view) => view.session.state === 'ready' && view.canAsk(['view']),
  'ask-more': (view) => view.session.state === 'active' && view.canAsk(view.askable),
  disconnect: (view) => view.may('session.start') && view.can({ type: 'disconnect' }),
  hold: (view) =>
    view.may('session.hold') &&
    view.session.hold === null &&
    view.can({ type: 'hold', reason: 'waiting-user' }),
  resume: (view) => view.may('session.hold') && view.can({ type: 'resume' }),
  close: (view) =>
    view.may('session.close') && view.can({ type: 'close', outcome: 'solved', remark: null }),
  withdraw: (view) =>
    view.may('session.close') && view.can({ type: 'close', outcome: 'withdrawn', remark: null }),
  reopen: (view) => view.may('session.reopen') && view.can({ type: 'reopen' }),
  // Where to is chosen later; a session that has not ended can always go somewhere else.
  transfer: (view) =>
    view.may('session.transfer') && !view.ended && (!view.session.transfer || view.isHandedOver),
  assign: (view) => view.may('session.assign') && !view.ended && !view.session.transfer,
  decline: (view) => view.sees && view.can({ type: 'decline' }),
  'call-off-transfer': (view) =>
    view.may('session.transfer') && !view.isHandedOver && view.can({ type: 'call-off-transfer' }),
  invite: (view) =>
    view.may('session.collaborate') &&
    view.can({ type: 'invite-collaborator', technician: '', guest: null }),
  join: (view) =>
    view.part
      ? view.sees && view.part.joinedAt === null
      : view.may('session.join') && view.can({ type: 'come-in' }),
  leave: (view) => view.sees && view.part !== null,
  'give-mouse': (view) =>
    view.may('session.collaborate') &&
    view.session.collaborators.some(({ technician }) =>
      view.can({ type: 'give-mouse', technician }),
    ),
  'return-mouse': (view) =>
    view.sees &&
    view.session.assignee !== null &&
    view.can({ type: 'give-mouse', technician: view.session.assignee }),
  'take-over': (view) =>
    view.may('session.takeover') &&
    view.session.assignee !== null &&
    view.can({ type: 'take-over' }),
  escalate: (view) => view.may('session.escalate') && view.can({ type: 'escalate', reason: null }),
  write: (view) => view.may('tool.chat') && view.can({ type: 'wrote', side: 'technician' }),
  'copy-link': (view) => view.may('session.create') && !view.ended && view.session.startBy !== null,
  watch: (view) => view.watches,
  drive: (view) =>
    view.watches &&
    view.may('tool.control') &&
    view.session.driver.technician === view.technician &&
    view.session.consent.granted.includes('control'),
};

/** A session in somebody's eyes at an instant. */
class View {
  readonly session: Session;
  readonly technician: string;
  readonly #onlooker: Onlooker;
  readonly #now: Instant;

  constructor(session: Session, onlooker: Onlooker, now: Instant) {
    this.session = session;
    this.technician = onlooker.technician;
    this.#onlooker = onlooker;
    this.#now = now;
  }

  get sees(): boolean {
    return this.may('session.view');
  }

  get ended(): boolean {
    return hasEnded(this.session);
  }

  get askable(): readonly ConsentScope[] {
    return askableScopes(this.session, this.#onlooker);
  }

  get watches(): boolean {
    const { state, consent } = this.session;
    const hasCome = this.part?.joinedAt !== null;
    return (
      hasCome && this.may('tool.view') && state === 'active' && consent.granted.includes('view')
    );
  }

  /** Their part beside the assignee, or null. */
  get part(): Collaborator | null {
    return collaboratorIn(this.session, this.technician);
  }

  /** Whether the session was handed to them coldly, and they have not said yet whether they take it. */
  get isHandedOver(): boolean {
    return isHandedTo(this.session, this.technician);
  }

  may(action: Action): boolean {
    return this.#onlooker.actions.includes(action);
  }

  can(command: SessionCommand): boolean {
    const actor = { kind: 'technician', key: this.technician } as const;
    return !isRefusal(judge(this.session, command, { actor, now: this.#now }));
  }

  canAsk(scopes: readonly ConsentScope[]): boolean {
    if (scopes.length === 0 || !this.may('session.start')) return false;
    if (!scopes.every((scope) => this.may(scopeActions[scope]))) return false;
    return this.can({ type: 'start', questionId: '', scopes });
  }
}
