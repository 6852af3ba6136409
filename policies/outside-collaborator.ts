import type { Action } from '../workflows/domain/policy/actions.js';

/** A technician asked into one session from outside its channel, with what they may do there. */
export interface OutsideInvitation {
  readonly sessionId: string;
  readonly technician: string;
  /** What the invitation lists and the inviter could use when inviting. */
  readonly actions: readonly Action[];
  /** Milliseconds since 1970-01-01; from this instant on the invitation is over. */
  readonly until: number;
}

/** What is asked about a collaborator from outside. */
export interface OutsideQuestion {
  readonly sessionId: string;
  readonly technician: string;
  readonly disabled: boolean;
  readonly action: Action;
  readonly now: number;
}

/** Keeps of the actions that an invitation lists those that the inviter may use in that session. */
export function invitableActions(
  listed: readonly Action[],
  inviterMay: readonly Action[],
): readonly Action[] {
  const usable = new Set(inviterMay);
  return [...new Set(listed)].filter((action) => usable.has(action));
}

/**
 * Whether an invitation from outside lets its technician do something: exactly what it carries, in
 * its session, until its time. Roles and switches have no say; a disabled technician may do nothing.
 */
export function outsiderMay(invitation: OutsideInvitation, asked: OutsideQuestion): boolean {
  return (
    !asked.disabled &&
    invitation.technician === asked.technician &&
    invitation.sessionId === asked.sessionId &&
    asked.now < invitation.until &&
    invitation.actions.includes(asked.action)
  );
}
