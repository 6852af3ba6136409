import type { CodeWayParts } from './code-way.js';
import type { Desktop } from './platform/desktop.js';
import type { Front, Intentions } from './window/view.js';
import type { Language } from './window/words.js';

/** What the helper needs from the machine that it runs on. */
export interface HelperParts extends CodeWayParts {
  readonly desktop: Desktop;
  readonly language: Language;
  readonly front: (intentions: Intentions) => Front;
  readonly quit: () => void;
}
