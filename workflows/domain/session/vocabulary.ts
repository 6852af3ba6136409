/** The five public states of a session; everything else that is known stands beside the state. */
export const sessionStates = ['waiting', 'ready', 'active', 'closed', 'expired'] as const;
export type SessionState = (typeof sessionStates)[number];

/** How a request began: a link made for a named user, a code that was typed, or a call for help. */
export const origins = ['invitation', 'code', 'sos-call'] as const;
export type Origin = (typeof origins)[number];

/** How urgent the request is; SLA policies promise by priority. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** What a user can allow a technician to do; each can be given and taken back by itself. */
export const consentScopes = ['view', 'control', 'files', 'clipboard', 'record'] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** Why a session waits; SLA clocks name the reasons that pause them. */
export const holdReasons = [
  'waiting-user',
  'waiting-third-party',
  'waiting-change',
  'scheduled',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** How a session ended. */
export const closeOutcomes = ['solved', 'unsolved', 'abandoned', 'withdrawn'] as const;
export type CloseOutcome = (typeof closeOutcomes)[number];

/** The outcomes that a technician may choose when closing. */
export const chosenOutcomes = ['solved', 'unsolved', 'withdrawn'] as const;
export type ChosenOutcome = (typeof chosenOutcomes)[number];

/** Whether the user's device can be reached, as far as the desk knows. */
export const connections = ['absent', 'connected', 'reconnecting'] as const;
export type Connection = (typeof connections)[number];

/** Where the question for consent stands. */
export const consentStatuses = ['not-asked', 'asked', 'granted', 'refused', 'withdrawn'] as const;
export type ConsentStatus = (typeof consentStatuses)[number];

/** Why an offer of a session came to nothing. */
export const offerEndings = ['declined', 'no-answer', 'called-off'] as const;
export type OfferEnding = (typeof offerEndings)[number];

/** Why somebody is no collaborator any more. */
export const leavings = ['left', 'removed', 'declined', 'time-over'] as const;
export type Leaving = (typeof leavings)[number];

/** What kind of program holds the device's end: a browser can show the screen, a helper can also obey. */
export const deviceKinds = ['browser', 'helper'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** Who did it. `desk` is Mayday itself, by a timer or a rule. */
export type Actor =
  | { readonly kind: 'technician'; readonly key: string }
  | { readonly kind: 'user' }
  | { readonly kind: 'desk'; readonly rule: string };

/** An instant in UTC, milliseconds since 1970-01-01. */
export type Instant = number;

/** The highest level that a session can be raised to. */
export const topLevel = 3;
