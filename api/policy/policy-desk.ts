import type { RefusedByPolicy } from '../../activities/audit/refused-by-policy.js';
import type { Viewer, Visible } from '../../activities/store/lists/visibility.js';
import type { Authorizer } from '../../policies/authorize.js';
import type { Decision } from '../../policies/decision.js';
import type { Question } from '../../policies/question.js';
import type { Action } from '../../workflows/domain/policy/actions.js';
import { relations, type Role } from '../../workflows/domain/policy/roles.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { StaffCaller } from '../callers.js';
import { ProblemError } from '../problems/problem-error.js';
import type { DecisionLog } from './decision-journal.js';
import { personOf } from '../shown/people.js';
import type { Permit } from './permit.js';
import {
  guestActions,
  type Held,
  isAddressee,
  isHandedTo,
  relationOf,
} from '../../policies/relation.js';

/** Where refusals by policy are noted, gathered per person and minute. */
export interface RefusalLog {
  note(refused: RefusedByPolicy): void;
}

/** For so long somebody who comes too late is told who was faster. */
const momentMs = 600_000;

type Denied = Extract<Decision, { allowed: false }>;

/** The door of the API to the policy: asks the authorizer in force now and turns refusals into problems. */
export class PolicyDesk {
  readonly #current: () => Authorizer;
  readonly #log: RefusalLog;
  readonly #decisions: DecisionLog;

  constructor(current: () => Authorizer, log: RefusalLog, decisions: DecisionLog) {
    this.#current = current;
    this.#log = log;
    this.#decisions = decisions;
  }

  /** The authorizer in force. */
  get authorizer(): Authorizer {
    return this.#current();
  }

  /** Whether the desk knows the technician and has not switched them off. */
  isEnabled(technician: string): boolean {
    return this.authorizer.people.technician(technician)?.disabled === false;
  }

  /** All that a technician may do with a session, by policy alone. */
  actionsOn(session: Held & Pick<Session, 'channel'>, technician: string): readonly Action[] {
    const { authorizer } = this;
    const relation = relationOf(session, technician);
    const own = authorizer.abilities(technician, session.channel, relation);
    // What most sessions come to, for lists ask this of every row.
    if (session.collaborators.length === 0 && !session.transfer) return own;
    const more = this.#actionsBeside(session, technician);
    const kept = session.transfer?.warm ? own.filter((one) => one !== 'session.claim') : own;
    return [...new Set([...kept, ...more])];
  }

  canSee(session: Held & Pick<Session, 'channel'>, technician: string): boolean {
    return this.actionsOn(session, technician).includes('session.view');
  }

  /** Where a technician may see sessions, channel by channel: the filter of every list. */
  viewer(technician: string): Viewer {
    const { channels, formerChannels = [] } = this.authorizer.people.organisation;
    const visible = [...channels, ...formerChannels]
      .map(({ key }) => this.#visibleIn(key, technician))
      .filter((channel) => channel.relations.length > 0);
    const groups = this.authorizer.people.groupsOf(technician).map(({ key }) => key);
    return { technician, visible, groups, isEnabled: this.isEnabled(technician) };
  }

  /** Lets a technician at a session or throws: as if it were not there when it may not be seen. */
  permitOnSession(caller: StaffCaller, session: Session, action: Action): Permit {
    const { technician } = caller;
    const relation = relationOf(session, technician);
    const { channel } = session;
    if (!this.canSee(session, technician)) {
      if (action === 'session.claim') this.#tellWhoWasFaster(session, technician);
      this.#decide({ technician, channel, action: 'session.view', relation });
      throw new ProblemError('not-found');
    }
    if (action === 'session.claim' && session.transfer?.warm) {
      return this.#permitAcceptance(caller, session);
    }
    if (action === 'session.claim' && isHandedTo(session, technician)) {
      return this.permitOnSession(caller, session, 'session.start');
    }
    if (this.#isBesideThePolicy(session, technician, action)) {
      this.#noteBeside(session, technician, action);
      const { revision } = this.authorizer;
      return { caller, channel, grant: { action, revision, from: caller.address } };
    }
    const decision = this.#decide({ technician, channel, action, relation });
    // Who may claim, but comes second, hears who was faster instead of a lesson on roles.
    if (!decision.allowed && action === 'session.claim') return this.#permitClaim(caller, channel);
    return this.#permit(caller, channel, action, decision);
  }

  /** Lets a technician do something in a channel (`*` is the desk) or throws. */
  permitInChannel(caller: StaffCaller, channel: string, action: Action): Permit {
    const question: Question = {
      technician: caller.technician,
      channel,
      action,
      relation: 'own',
    };
    return this.#permit(caller, channel, action, this.#decide(question));
  }

  /** Lets a technician give or take a role in a channel or at the desk (`*`), or throws. */
  permitAssigning(caller: StaffCaller, place: string, role: Role): Permit {
    const { technician } = caller;
    const action = 'technician.assign-role';
    const question: Question = {
      technician,
      channel: place,
      action,
      relation: 'own',
      assigning: role,
    };
    return this.#permit(caller, place, action, this.#decide(question));
  }

  /** Throws unless every one of the actions is permitted on the session too. */
  requireAll(caller: StaffCaller, session: Session, actions: readonly Action[]): void {
    for (const action of actions) this.permitOnSession(caller, session, action);
  }

  /** Those of some actions that a technician could use on a session, and so can lend; each is decided and noted. */
  lendable(session: Session, technician: string, actions: readonly Action[]): readonly Action[] {
    const relation = relationOf(session, technician);
    const { channel } = session;
    return actions.filter((action) => {
      if (!this.#isBesideThePolicy(session, technician, action)) {
        return this.#decide({ technician, channel, action, relation }).allowed;
      }
      this.#noteBeside(session, technician, action);
      return true;
    });
  }

  /** Who could have taken a session until a moment ago is told who has, though they no longer see it. */
  #tellWhoWasFaster({ channel, assignee, claimedAt }: Session, technician: string): void {
    const may = this.authorizer.abilities(technician, channel, 'unassigned');
    const isLate = claimedAt !== null && Date.now() - claimedAt < momentMs;
    if (!isLate || assignee === null) return;
    if (may.includes('session.view') && may.includes('session.claim')) {
      throw new ProblemError('already-claimed', { about: personOf(this.authorizer, assignee) });
    }
  }

  /** A warm transfer is accepted by whom it is for, with the right to claim where it goes. */
  #permitAcceptance(caller: StaffCaller, session: Session): Permit {
    const { transfer, assignee } = session;
    if (transfer && this.#isAddressee(session, caller.technician)) {
      return this.#permitClaim(caller, transfer.channel);
    }
    const about = assignee === null ? {} : { about: personOf(this.authorizer, assignee) };
    throw new ProblemError('already-claimed', about);
  }

  #isAddressee(session: Held, technician: string): boolean {
    const groups = this.authorizer.people.groupsOf(technician).map(({ key }) => key);
    return isAddressee(session, technician, groups);
  }

  /** Whether only an invitation or a hand-over lets somebody do it, and no role of theirs. */
  #isBesideThePolicy(session: Session, technician: string, action: Action): boolean {
    if (!this.#actionsBeside(session, technician).includes(action)) return false;
    const relation = relationOf(session, technician);
    return !this.authorizer.abilities(technician, session.channel, relation).includes(action);
  }

  /** What an invitation lends, or the policy allows where a hand-over goes, is a decision like any other. */
  #noteBeside(session: Session, technician: string, action: Action): void {
    const { authorizer } = this;
    const { channel, transfer } = session;
    if (this.#guestActions(session, technician).includes(action)) {
      const question = { technician, channel, action, relation: 'other' } as const;
      this.#decisions.note(authorizer, { question, allowed: true, lent: true });
    } else if (transfer) {
      this.#decide({ technician, channel: transfer.channel, action, relation: 'unassigned' });
    }
  }

  /** What somebody may who is asked in from outside, or whom the session is handed to. */
  #actionsBeside(session: Held, technician: string): readonly Action[] {
    const guest = this.#guestActions(session, technician);
    return [...guest, ...this.#addressedActions(session, technician)];
  }

  /** Whom it is handed to may see it and take it, as if it were nobody's there. */
  #addressedActions(session: Held, technician: string): readonly Action[] {
    if (!session.transfer || !this.#isAddressee(session, technician)) return [];
    return this.authorizer
      .abilities(technician, session.transfer.channel, 'unassigned')
      .filter((action) => action === 'session.view' || action === 'session.claim');
  }

  #guestActions(session: Held, technician: string): readonly Action[] {
    const disabled = !this.isEnabled(technician);
    return guestActions(session, { technician, disabled, now: Date.now() });
  }

  #visibleIn(channel: string, technician: string): Visible {
    const seen = relations.filter((relation) =>
      this.authorizer.abilities(technician, channel, relation).includes('session.view'),
    );
    return { channel, relations: seen };
  }

  #permitClaim(caller: StaffCaller, channel: string): Permit {
    const { technician } = caller;
    const action = 'session.claim';
    const decision = this.#decide({ technician, channel, action, relation: 'unassigned' });
    return this.#permit(caller, channel, action, decision);
  }

  #decide(question: Question): Decision {
    const { authorizer } = this;
    const decision = authorizer.decide(question);
    this.#decisions.note(authorizer, { question, allowed: decision.allowed });
    return decision;
  }

  #permit(caller: StaffCaller, channel: string, action: Action, decision: Decision): Permit {
    if (!decision.allowed) throw this.#refuse(caller, decision);
    const { revision } = decision;
    return { caller, channel, grant: { action, revision, from: caller.address } };
  }

  #refuse(caller: StaffCaller, decision: Denied): ProblemError {
    const { action, channel } = decision.missing;
    const { technician, address } = caller;
    this.#log.note({ technician, action, channel, revision: decision.revision, address });
    return new ProblemError('not-permitted', {
      missing: { ...decision.missing, roles: [...decision.grantedBy] },
    });
  }
}
