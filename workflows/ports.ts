import type { Grant } from './contract.js';
import type { SessionEvent } from './domain/session/events.js';
import type { Actor } from './domain/session/vocabulary.js';
import type { DueStep } from './domain/sla/clock.js';

/** Events to be appended to a session, expected to follow directly on `expectedSequence`. */
export interface AppendRequest {
  readonly sessionId: string;
  readonly expectedSequence: number;
  /** The command's id; a second append under it gives back what the first one stored. */
  readonly commandId: string;
  readonly actor: Actor;
  readonly grant: Grant | null;
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

/** What a session's workflow may ask of the world. */
export interface SessionPorts {
  /** Commits events, row and audit entry in one transaction. */
  appendEvents(request: AppendRequest): Promise<AppendResult>;
  /** Ends the session's relay room, if there is one; idempotent. */
  endMedia(sessionId: string): Promise<void>;
}
