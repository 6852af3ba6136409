import type { Grant } from './contract.js';
import type { SessionEvent } from './domain/session/events.js';
import type { EscalateCommand, TransferCommand } from './domain/session/commands.js';
import type { Actor, ConsentScope, Instant } from './domain/session/vocabulary.js';
import type { DueStep } from './domain/sla/clock.js';

/** Events to be appended to a session, expected to follow directly on `expectedSequence`. */
export interface AppendRequest {
  readonly sessionId: string;
  readonly expectedSequence: number;
  /** The command's id; a second append under it gives back what the first one stored. */
  readonly commandId: string;
  readonly actor: Actor;
  readonly grant: Grant | null;
  /** The address that a user's command came from; absent where a grant carries one, or there is none. */
  readonly from?: string;
  readonly events: readonly SessionEvent[];
}

/**
 * What became of an append: `appended`; `repeated` with the events that the same command stored
 * before; or `overtaken` with the events that other commands stored after the expected sequence. The
 * next step of the session's promises comes along; older histories know nothing of it.
 */
export type AppendResult =
  | { readonly kind: 'appended'; readonly nextStep?: DueStep }
  | { readonly kind: 'repeated'; readonly events: readonly SessionEvent[] }
  | { readonly kind: 'overtaken'; readonly events: readonly SessionEvent[] };

/** A look after a session that is expected to stand at `expectedSequence`. */
export interface LookRequest {
  readonly sessionId: string;
  readonly expectedSequence: number;
  /** Under which whatever follows is stored, once. */
  readonly commandId: string;
  readonly now: Instant;
}

/** What the record has beyond the expected sequence by now, and when to look again. */
export interface LookResult {
  readonly events: readonly SessionEvent[];
  readonly next: Instant | null;
  /** The next step of the session's promises; absent where the look did not come to that. */
  readonly nextStep?: DueStep | null;
}

/** What was raised by a Signal, and in whose name. */
export interface SignalRequest {
  readonly sessionId: string;
  readonly actor: Actor;
  readonly command: TransferCommand | EscalateCommand;
}

/** Whether the policy lets a Signal through: under which grant, and what users may be asked for where it takes them. */
export type Admission =
  | {
      readonly kind: 'admitted';
      readonly grant: Grant | null;
      readonly askable?: readonly ConsentScope[];
    }
  | { readonly kind: 'refused'; readonly because: string };

/** What a session's workflow may ask of the world. */
export interface SessionPorts {
  /** Commits events, row and audit entry in one transaction. */
  appendEvents(request: AppendRequest): Promise<AppendResult>;
  /** Does for a session what nobody has to ask for: raises it, draws people in, offers it to one. */
  lookAfter(request: LookRequest): Promise<LookResult>;
  /** Asks of a Signal what is asked of an Update before it is sent. */
  admitSignal(request: SignalRequest): Promise<Admission>;
  /** Ends the session's relay room, if there is one; idempotent. */
  endMedia(sessionId: string): Promise<void>;
}
