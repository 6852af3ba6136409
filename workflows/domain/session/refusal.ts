/** Why the state of a session does not allow a command; stable codes that the API turns into problems. */
export const refusalCodes = [
  'session-exists',
  'session-unknown',
  'session-ended',
  'session-not-ended',
  'link-expired',
  'link-withdrawn',
  'device-bound',
  'device-absent',
  'device-unknown',
  'already-claimed',
  'not-assignee',
  'not-ready',
  'not-active',
  'question-open',
  'question-unknown',
  'scope-not-asked',
  'scope-not-granted',
  'scope-not-possible',
  'already-granted',
  'already-on-hold',
  'not-on-hold',
  'already-there',
  'top-level',
  'reopen-too-late',
  'only-before-start',
  'not-due',
  'not-offered',
  'already-offered',
  'transfer-open',
  'no-transfer',
  'not-collaborator',
  'not-joined',
  'too-many-collaborators',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A command that the state of the session does not allow. Nothing has changed. */
export interface Refusal {
  readonly refused: RefusalCode;
  /** Whom the code speaks of, such as the technician who was faster, or null. */
  readonly about: string | null;
}
