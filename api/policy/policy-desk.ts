import type { Viewer, Visible } from '../../activities/store/visibility.js';
import type { Authorizer } from '../../policies/authorize.js';
import type { Decision } from '../../policies/decision.js';
import type { Question } from '../../policies/question.js';
import type { Action } from '../../workflows/domain/policy/actions.js';
import { relations } from '../../workflows/domain/policy/roles.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { StaffCaller } from '../callers.js';
import { ProblemError } from '../problems/problem-error.js';
import type { DecisionLog } from './decision-journal.js';
import type { Permit } from './permit.js';
import { type Held, relationOf } from './relation.js';

/** Where refusals by policy are noted, gathered per person and minute. */
export interface RefusalLog {
  note(refusal: Refusal): void;
}

/** A request that the policy refused. */
export interface Refusal {
  readonly technician: string;
  readonly action: Action;
  readonly channel: string;
  readonly revision: string;
}

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
    return this.authorizer.abilities(technician, session.channel, relationOf(session, technician));
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
    return { technician, visible };
  }

  /** Lets a technician at a session or throws: as if it were not there when it may not be seen. */
  permitOnSession(caller: StaffCaller, session: Session, action: Action): Permit {
    const { technician } = caller;
    const relation = relationOf(session, technician);
    const { channel } = session;
    if (!this.canSee(session, technician)) {
      this.#decide({ technician, channel, action: 'session.view', relation });
      throw new ProblemError('not-found');
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

  /** Throws unless every one of the actions is permitted on the session too. */
  requireAll(caller: StaffCaller, session: Session, actions: readonly Action[]): void {
    for (const action of actions) this.permitOnSession(caller, session, action);
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
    this.#decisions.note(authorizer, question, decision.allowed);
    return decision;
  }

  #permit(caller: StaffCaller, channel: string, action: Action, decision: Decision): Permit {
    if (!decision.allowed) throw this.#refuse(caller, decision);
    const { revision } = decision;
    return { caller, channel, grant: { action, revision, from: caller.address } };
  }

  #refuse(caller: StaffCaller, decision: Denied): ProblemError {
    const { action, channel } = decision.missing;
    this.#log.note({ technician: caller.technician, action, channel, revision: decision.revision });
    return new ProblemError('not-permitted', {
      missing: { ...decision.missing, roles: [...decision.grantedBy] },
    });
  }
}
