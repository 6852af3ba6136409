import type {
  SchemaChatMessage,
  SchemaDeviceSession,
  SchemaSosVisit,
  SchemaWaiting,
} from '../api/generated/openapi.js';
import type { ConsentScope } from '../workflows/domain/session/vocabulary.js';
import type { DeskAddress, Link } from './desk/link.js';
import type { AskedView } from './window/view.js';
import type { Language, Problem } from './window/words.js';

/** All that the helper knows at one moment and shows something of. */
export interface HelperState {
  readonly language: Language;
  readonly link: Link | null;
  /** The desk was asked to take this device in and has not answered yet. */
  readonly connecting: boolean;
  readonly problem: Problem | null;
  /** The nine digits that the person reads out, and until when they work. */
  readonly code: CodeState | null;
  /** The form of an SOS Call, or null. */
  readonly sos: SosState | null;
  readonly session: SchemaDeviceSession | null;
  /** The number of a request by an SOS Call, and how it waits as long as nobody has taken it; or null. */
  readonly waiting: SchemaWaiting | null;
  /** What is allowed, by the person here and by the desk. */
  readonly effective: readonly ConsentScope[];
  /** A question that waits for the person, and when it becomes a no. */
  readonly question: { readonly id: string; readonly until: number } | null;
  /** The person's answer is on its way to the desk. */
  readonly answering: boolean;
  readonly paused: boolean;
  readonly deskReachable: boolean;
  readonly personHasMouse: boolean;
  readonly messages: readonly SchemaChatMessage[];
  readonly chatOpen: boolean;
  readonly unread: number;
  readonly notSent: boolean;
}

/** An SOS Call that the person asks by. */
export interface SosState {
  readonly link: Link;
  readonly visit: SchemaSosVisit;
  /** What was written already, when it has to be sent once more. */
  readonly asked: AskedView | null;
}

/** A code of this device. */
export interface CodeState {
  readonly desk: DeskAddress;
  readonly digits: string;
  /** On this machine's monotonic clock, in milliseconds. */
  readonly until: number;
  /** Nobody can use it any more. */
  readonly over: boolean;
}

/** The helper as it starts. */
export function initialState(language: Language): HelperState {
  return {
    language,
    link: null,
    connecting: false,
    problem: null,
    code: null,
    sos: null,
    session: null,
    waiting: null,
    effective: [],
    question: null,
    answering: false,
    paused: false,
    deskReachable: false,
    personHasMouse: false,
    messages: [],
    chatOpen: false,
    unread: 0,
    notSent: false,
  };
}
