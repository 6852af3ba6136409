import type { Authorizer } from '../../policies/authorize.js';
import { guestActions, relationOf } from '../../policies/relation.js';
import { targetFault } from '../../policies/transfer-target.js';
import type { Grant } from '../../workflows/contract.js';
import type { Action } from '../../workflows/domain/policy/actions.js';
import { isReadable } from '../../workflows/domain/readable-text.js';
import type { Session } from '../../workflows/domain/session/session.js';
import { consentScopes } from '../../workflows/domain/session/vocabulary.js';
import type { Admission, SignalRequest } from '../../workflows/ports.js';
import type { GatheredStore } from '../audit/gathered-store.js';
import { refusedByPolicy } from '../audit/refused-by-policy.js';
import type { Directory } from '../directory/directory.js';
import type { SessionRecord } from '../record/session-record.js';

/** What the gate asks. */
export interface SignalGateParts {
  readonly record: Pick<SessionRecord, 'find'>;
  readonly directory: Pick<Directory, 'askableScopes'>;
  readonly policy: () => Promise<Authorizer>;
  /** Where the audit gathers what the policy refuses. */
  readonly gathered: Pick<GatheredStore, 'note'>;
}

/** Asks of what is raised by a Signal all that the API asks of an Update before it sends it. */
export class SignalGate {
  readonly #parts: SignalGateParts;

  constructor(parts: SignalGateParts) {
    this.#parts = parts;
  }

  /** Whether a Signal may be applied now: by whoever raises it, and where it takes the session. */
  async admit({ sessionId, actor, command }: SignalRequest): Promise<Admission> {
    const authorizer = await this.#parts.policy();
    const session = await this.#parts.record.find(sessionId);
    if (!session) return { kind: 'refused', because: 'no-session' };
    if (!isWithinBounds(command)) return { kind: 'refused', because: 'beyond all bounds' };
    // The desk's own rules and other systems ask no policy: whoever reaches Temporal is trusted as the desk is.
    if (actor.kind !== 'technician') return this.#admitTo(command, authorizer, null);
    const action = command.type === 'transfer' ? 'session.transfer' : 'session.escalate';
    const grant = grantOf(authorizer, session, actor.key, action);
    if (grant) return this.#admitTo(command, authorizer, grant);
    const { channel } = session;
    const { revision } = authorizer;
    const refused = { technician: actor.key, action, channel, revision, address: '' } as const;
    await this.#parts.gathered.note(refusedByPolicy(refused));
    return { kind: 'refused', because: `${action} is not allowed` };
  }

  async #admitTo(
    command: SignalRequest['command'],
    authorizer: Authorizer,
    grant: Grant | null,
  ): Promise<Admission> {
    if (command.type === 'escalate') return { kind: 'admitted', grant };
    const { channel, assignee: technician, group = null } = command;
    const fault = targetFault(authorizer, { channel, technician, group });
    if (fault) return { kind: 'refused', because: fault };
    const scopes = await this.#parts.directory.askableScopes();
    return { kind: 'admitted', grant, askable: scopes.get(channel) ?? consentScopes };
  }
}

const longestRemark = 2_000;
const longestOfferMs = 24 * 3_600_000;

/** Whether all in it can be kept and shown; `openapi.yaml` says the same of what comes by HTTP. */
function isWithinBounds(command: SignalRequest['command']): boolean {
  if (command.type === 'escalate') return isRemark(command.reason);
  const { note, offer } = command;
  return isRemark(note) && (offer === undefined || offer.withinMs <= longestOfferMs);
}

function isRemark(text: string | null): boolean {
  return text === null || (text.length <= longestRemark && isReadable(text));
}

function grantOf(
  authorizer: Authorizer,
  session: Session,
  technician: string,
  action: Action,
): Grant | null {
  const relation = relationOf(session, technician);
  const { channel } = session;
  const { allowed, revision } = authorizer.decide({ technician, channel, action, relation });
  const disabled = authorizer.people.technician(technician)?.disabled ?? true;
  const asGuest = guestActions(session, { technician, disabled, now: Date.now() });
  return allowed || asGuest.includes(action) ? { action, revision } : null;
}
