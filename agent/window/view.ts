import type { ConsentScope } from '../../workflows/domain/session/vocabulary.js';
import type { FormAnswer, FormField } from '../../workflows/domain/sos/form.js';
import type { Language, Problem } from './words.js';

/** A technician as the person sees them. */
export interface PersonView {
  readonly key: string;
  readonly name: string;
}

/** Which desk this is about. */
export interface DeskView {
  readonly organisation: string;
  /** The address without the path, such as `help.example.org`. */
  readonly address: string;
  /** Whether its certificate was verified. */
  readonly verified: boolean;
}

/** What the helper's first window shows; `sharing` shows none. */
export type Stage =
  | { readonly kind: 'link'; readonly problem: Problem | null }
  | { readonly kind: 'connecting' }
  | {
      readonly kind: 'sos';
      readonly name: string;
      readonly description: string | null;
      /** Nobody takes requests just now; the form comes by itself when somebody does. */
      readonly paused: boolean;
      readonly fields: readonly FormField[];
      /** What was written before and could not be sent. */
      readonly asked: AskedView | null;
      readonly desk: DeskView;
    }
  | {
      readonly kind: 'code';
      /** In threes. */
      readonly digits: string;
      /** On this machine's monotonic clock, in milliseconds. */
      readonly until: number;
      readonly over: boolean;
      /** Which desk gave it out, such as `help.example.org`. */
      readonly desk: string;
    }
  | {
      readonly kind: 'waiting';
      readonly technician: PersonView | null;
      readonly subject: string;
      /** Which request it is and where it stands, as far as that is known. */
      readonly queue: QueueView | null;
    }
  | { readonly kind: 'sharing' }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retry: boolean }
  | {
      readonly kind: 'ended';
      readonly by: 'user' | 'technician' | 'desk';
      readonly receipt: ReceiptView | null;
      /** How the person found the help, once they have said so. */
      readonly score: number | null;
      readonly mayAskAgain: boolean;
    };

/** A request by an SOS Call, and how it waits as long as nobody has taken it. */
export interface QueueView {
  /** Its public number. */
  readonly number: number | null;
  readonly place: number | null;
  /** How long it may take; null while too little is known for an honest answer. */
  readonly estimate: { readonly fromMs: number; readonly toMs: number } | null;
}

/** What somebody has written to ask for help. */
export interface AskedView {
  readonly name: string;
  readonly subject: string;
  readonly answers: readonly FormAnswer[];
}

export interface ReceiptView {
  readonly technicians: readonly string[];
  readonly startedAt: string | null;
  readonly endedAt: string;
  readonly allowed: readonly ConsentScope[];
}

export interface QuestionView {
  readonly id: string;
  readonly by: PersonView;
  readonly subject: string;
  readonly scopes: readonly ConsentScope[];
  /** Whether something is allowed already and this asks for more. */
  readonly more: boolean;
  /** When it becomes a no, on this machine's monotonic clock, in milliseconds. */
  readonly until: number;
}

/** Why the technician's mouse does not move although it is allowed. */
export type ControlPause = 'person' | 'desk-away' | null;

/** Somebody is to take the technician's place, and nothing else changes. */
export interface HandoverView {
  readonly to: string;
  /** Null where nobody answers for the person yet. */
  readonly from: string | null;
  /** What was allowed and is taken back with it. */
  readonly losing: readonly ConsentScope[];
}

/** The session has come to a team that may be allowed less. */
export interface NarrowedView {
  /** Null where nobody answers for the person yet. */
  readonly technician: string | null;
  /** What was taken back; null where nothing but the picture is left. */
  readonly lost: readonly ConsentScope[] | null;
}

export interface BarView {
  readonly watchers: readonly PersonView[];
  readonly driver: PersonView | null;
  readonly granted: readonly ConsentScope[];
  readonly paused: boolean;
  readonly controlPause: ControlPause;
  readonly handover: HandoverView | null;
  readonly narrowed: NarrowedView | null;
  readonly unread: number;
}

export interface SaidView {
  readonly id: string;
  readonly mine: boolean;
  readonly author: string;
  readonly text: string;
}

export interface ChatView {
  readonly open: boolean;
  readonly with: PersonView | null;
  readonly said: readonly SaidView[];
  readonly notSent: boolean;
}

/** All that the helper shows at one moment. */
export interface View {
  readonly language: Language;
  readonly desk: DeskView | null;
  readonly stage: Stage;
  readonly question: QuestionView | null;
  readonly bar: BarView | null;
  readonly chat: ChatView;
}

/** What a person can do in the helper's windows. */
export interface Intentions {
  follow(link: string): void;
  /** There is no link: show a code of the desk at this address, or of the one that was known last. */
  askForCode(desk: string): void;
  /** Sends the form of an SOS Call. */
  askForHelp(asked: AskedView): void;
  /** The code is not needed any more. */
  giveUpCode(): void;
  retry(): void;
  answer(questionId: string, scopes: readonly ConsentScope[]): void;
  takeBack(scope: ConsentScope): void;
  pause(paused: boolean): void;
  /** Nobody may see or do anything any more. */
  stop(): void;
  /** Help is no longer needed: the session ends. */
  leave(): void;
  /** How the help was, from 1 to 5, with words or without. */
  rate(score: number, words: string): void;
  /** It is not solved after all. */
  askAgain(): void;
  openChat(open: boolean): void;
  say(text: string): void;
  speak(language: Language): void;
  quit(): void;
}

/** The helper's windows, whatever the system draws them with. */
export interface Front {
  show(view: View): void;
  /** A technician's picture, SVG or PNG, to be shown wherever they appear. */
  setFace(key: string, picture: Uint8Array): void;
  close(): void;
}
