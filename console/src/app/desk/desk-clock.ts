import { DestroyRef, Injectable, inject, signal } from '@angular/core';

/** Differences smaller than this are the resolution of the `Date` header, not a wrong clock. */
const tolerance = 2_000;

/** The desk's time in milliseconds, as a signal that moves once a second. */
@Injectable({ providedIn: 'root' })
export class DeskClock {
  readonly #now = signal(Date.now());
  #offset = 0;
  readonly now = this.#now.asReadonly();

  constructor() {
    const timer = setInterval(() => {
      this.#tick();
    }, 1_000);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  /** Learns from an answer's `Date` header how far this computer's clock is off. */
  learn(date: string | null): void {
    const offset = date === null ? Number.NaN : Date.parse(date) - Date.now();
    if (Number.isNaN(offset)) return;
    this.#offset = Math.abs(offset) > tolerance ? offset : 0;
  }

  #tick(): void {
    // A hidden page has nobody to tell the time to.
    if (!document.hidden) this.#now.set(Date.now() + this.#offset);
  }
}
