import type { ConsentScope } from '../../workflows/domain/session/vocabulary.js';

/** The languages that the helper speaks. */
export type Language = 'en' | 'pt-BR';

/** Everything that the helper says to a person, in one language. */
export interface Words {
  /** The name of the language to switch to, in that language. */
  readonly otherLanguage: string;
  readonly pasteTitle: string;
  readonly pasteHint: string;
  readonly linkLabel: string;
  readonly linkPlaceholder: string;
  readonly follow: string;
  readonly noLink: string;
  readonly getCode: string;
  readonly codeTitle: string;
  readonly codeHint: string;
  readonly codeLeft: (minutes: number, seconds: number) => string;
  readonly codeOf: (desk: string) => string;
  readonly codeOver: string;
  readonly codeOverHint: string;
  readonly newCode: string;
  readonly back: string;
  readonly sosSubject: string;
  readonly sosName: string;
  readonly sosOptional: string;
  readonly sosSend: string;
  readonly sosPaused: string;
  /** The same for who has asked already. */
  readonly sosPausedAsked: string;
  readonly sosNotSent: string;
  readonly connecting: string;
  readonly waitingTitle: (technician: string | null) => string;
  readonly waitingHint: string;
  /** While nobody has taken the request. */
  readonly waiting: {
    readonly number: (number: number) => string;
    readonly place: (place: number) => string;
    readonly estimate: (from: string, to: string) => string;
    readonly short: (to: string) => string;
    readonly noEstimate: string;
    readonly minutes: (minutes: number) => string;
    readonly hours: (hours: number) => string;
  };
  readonly honesty: string;
  readonly verified: string;
  readonly about: (subject: string) => string;
  readonly leave: string;
  readonly chat: string;
  readonly asks: (technician: string) => string;
  readonly asksMore: (technician: string) => string;
  readonly scopes: Readonly<Record<ConsentScope, string>>;
  readonly controlHint: string;
  readonly allow: string;
  readonly refuse: string;
  readonly countdown: (seconds: number) => string;
  readonly stopHint: string;
  readonly notRecorded: string;
  readonly sees: (names: readonly string[]) => string;
  readonly nobodySees: string;
  readonly drives: (technician: string) => string;
  readonly youDrive: string;
  readonly handsOff: string;
  readonly deskAway: string;
  readonly paused: string;
  readonly handover: (to: string, from: string | null) => string;
  readonly nothingElse: string;
  readonly willLose: (scopes: string) => string;
  readonly onlySees: (technician: string | null) => string;
  readonly takenBack: (scopes: string) => string;
  readonly chips: Readonly<Record<ConsentScope, string>>;
  readonly takeBack: (scope: string) => string;
  readonly pause: string;
  readonly resume: string;
  readonly stop: string;
  readonly you: string;
  readonly writeTo: (technician: string | null) => string;
  readonly send: string;
  readonly notSent: string;
  readonly noMessages: string;
  readonly thanks: string;
  readonly howWasIt: string;
  readonly scores: readonly [string, string, string, string, string];
  readonly anythingElse: string;
  readonly sendAnswer: string;
  readonly answered: string;
  readonly askAgain: string;
  readonly endedBy: Readonly<Record<'user' | 'technician' | 'desk', string>>;
  readonly receipt: string;
  readonly receiptWho: string;
  readonly receiptWhen: string;
  readonly receiptAllowed: string;
  readonly nobody: string;
  readonly nothingAllowed: string;
  readonly notConnected: string;
  readonly done: string;
  readonly tryAgain: string;
  readonly problems: Readonly<Record<Problem, string>>;
}

/** What can go wrong in a way that a person can understand. */
export type Problem =
  | 'not-a-link'
  | 'link-unknown'
  | 'link-expired'
  | 'link-withdrawn'
  | 'link-used-elsewhere'
  | 'session-ended'
  | 'not-safe'
  | 'no-desk'
  | 'codes-all-taken'
  | 'sos-call-gone'
  | 'desk-unreachable'
  | 'desk-refused'
  | 'screen-unavailable';

/** The language that best fits a locale such as `pt_BR.UTF-8` or `de-DE`. */
export function languageOf(locale: string): Language {
  return /^pt\b|^pt_/i.test(locale) ? 'pt-BR' : 'en';
}
