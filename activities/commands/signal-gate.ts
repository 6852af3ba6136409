import type { Authorizer } from '../../policies/authorize.js';
import { guestActions, relationOf } from '../../policies/relation.js';
import { targetFault } from '../../policies/transfer-target.js';
import type { Grant } from '../../workflows/contract.js';
import type { Action } from '../../workflows/domain/policy/actions.js';
import type { TransferCommand } from '../../workflows/domain/session/commands.js';
import type { Session } from '../../workflows/domain/session/session.js';
import { consentScopes } from '../../workflows/domain/session/vocabulary.js';
import type { Admission, SignalRequest } from '../../workflows/ports.js';
import type { Directory } from '../directory/directory.js';
import type { SessionRecord } from '../store/session-record.js';

/** What the gate asks. */
export interface SignalGateParts {
  readonly record: Pick<SessionRecord, 'find'>;
  readonly directory: Pick<Directory, 'askableScopes'>;
  readonly policy: () => Promise<Authorizer>;
}

/** Asks of what is raised by a Signal all that the API asks of an Update before it sends it. */
export class SignalGate {
  readonly #parts: SignalGateParts;

  constructor(parts: SignalGateParts) {
    this.#parts = parts;
  }

  /** Whether a Signal may be applied now: by whoever raises it, and where it takes the session. */
  async admit({ sessionId, actor, command }: SignalRequest): Promise<Admission> {
    const { record, policy } = this.#parts;
    const authorizer = await policy();
    const session = await record.find(sessionId);
    if (!session) return { kind: 'refused', because: 'no-session' };
    const action = command.type === 'transfer' ? 'session.transfer' : 'session.escalate';
    // The desk's own rules and other systems ask no policy: whoever reaches Temporal is trusted as the desk is.
    const grant =
      actor.kind === 'technician' ? grantOf(authorizer, session, actor.key, action) : null;
    if (grant === 'refused') return { kind: 'refused', because: `${action} is not allowed` };
    if (command.type === 'escalate') return { kind: 'admitted', grant };
    return this.#admitTo(command, authorizer, grant);
  }

  async #admitTo(
    command: TransferCommand,
    authorizer: Authorizer,
    grant: Grant | null,
  ): Promise<Admission> {
    const { channel, assignee: technician, group = null } = command;
    const fault = targetFault(authorizer, { channel, technician, group });
    if (fault) return { kind: 'refused', because: fault };
    const scopes = await this.#parts.directory.askableScopes();
    return { kind: 'admitted', grant, askable: scopes.get(channel) ?? consentScopes };
  }
}

function grantOf(
  authorizer: Authorizer,
  session: Session,
  technician: string,
  action: Action,
): Grant | 'refused' {
  const relation = relationOf(session, technician);
  const { channel } = session;
  const { allowed, revision } = authorizer.decide({ technician, channel, action, relation });
  const disabled = authorizer.people.technician(technician)?.disabled ?? true;
  const asGuest = guestActions(session, { technician, disabled, now: Date.now() });
  return allowed || asGuest.includes(action) ? { action, revision } : 'refused';
}
