import type { Front, Intentions, View } from '../window/view.js';

/** Windows for specs: the last view, and the person's intentions to be called by hand. */
export class FakeFront implements Front {
  readonly intentions: Intentions;
  view: View | undefined;

  constructor(intentions: Intentions) {
    this.intentions = intentions;
  }

  show(view: View): void {
    this.view = view;
  }

  setFace(): void {
    // Faces are not looked at here.
  }

  close(): void {
    this.view = undefined;
  }
}
