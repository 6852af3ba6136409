import { DestroyRef, Injectable, inject, signal } from '@angular/core';

const wide = 64;
const narrow = 126;

/** The height of a row in pixels, which the style sheet's two layouts share. */
@Injectable()
export class RowSize {
  readonly #query = matchMedia('(max-width: 900px)');
  readonly #height = signal(this.#query.matches ? narrow : wide);
  readonly height = this.#height.asReadonly();

  constructor() {
    const change = () => {
      this.#height.set(this.#query.matches ? narrow : wide);
    };
    this.#query.addEventListener('change', change);
    inject(DestroyRef).onDestroy(() => {
      this.#query.removeEventListener('change', change);
    });
  }
}
