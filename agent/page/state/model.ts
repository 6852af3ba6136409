import type { ChatMessage, DeviceSession, LinkVisit, Waiting } from '../desk/shapes.js';
import type { Way } from '../link/kept-link.js';
import type { LinkTrouble } from '../link/link-trouble.js';
import type { Language } from '../language/language.js';

/** How far this browser is with showing the screen. */
export type Choice =
  /** Nothing is chosen. */
  | 'none'
  /** The browser's own window for choosing is open. */
  | 'choosing'
  /** A screen is chosen and the desk is being told of the yes. */
  | 'answering'
  /** A screen is chosen and the technician may see it. */
  | 'showing';

/** What last happened to the screen, so that the next page can say so. */
export type LastTurn = 'refused' | 'lapsed' | 'not-chosen' | 'not-possible' | 'stopped' | 'let-go';

/** Whether the picture reaches the desk. */
export type Picture = 'connecting' | 'flowing' | 'recovering';

/** A message that was written here, until the desk has it. */
export interface Draft {
  readonly key: string;
  readonly text: string;
  readonly failed: boolean;
}

/** All that the page knows; what it shows is a function of this. */
export interface Model {
  readonly language: Language;
  readonly token: string | null;
  readonly visit: LinkVisit | null;
  readonly trouble: LinkTrouble | null;
  readonly way: Way;
  readonly session: DeviceSession | null;
  /** How the wait for somebody stands, or null. */
  readonly waiting: Waiting | null;
  /** Whether the desk answers at the moment. */
  readonly reachable: boolean;
  readonly choice: Choice;
  readonly last: LastTurn | null;
  /** When the open question lapses, by this device's steady clock in milliseconds. */
  readonly lapsesAt: number | null;
  readonly paused: boolean;
  readonly picture: Picture;
  /** What the browser shows: the whole screen, one window, or one of its own tabs. */
  readonly surface: Surface | null;
  readonly messages: readonly ChatMessage[];
  readonly drafts: readonly Draft[];
  /** Whether this browser can show a screen at all. */
  readonly canShow: boolean;
}

export type Surface = 'monitor' | 'window' | 'browser';
