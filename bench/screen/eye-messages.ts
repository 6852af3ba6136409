import type { SeenField } from './find-field.js';

/** What the eye is asked. Places are pixels of the viewer's screen. */
export type EyeQuestion =
  | { readonly kind: 'find' }
  /** Press at `x`, `y` and wait for the field to change its colour at `eyeX`, `eyeY`. */
  | {
      readonly kind: 'click';
      readonly x: number;
      readonly y: number;
      readonly eyeX: number;
      readonly eyeY: number;
    };

export type EyeAnswer =
  | { readonly kind: 'found'; readonly field: SeenField | null }
  /** Milliseconds from the press to the changed pixel; null when it did not change in time. */
  | { readonly kind: 'clicked'; readonly milliseconds: number | null };
