import { type DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { Door, SosCall } from '../desk/contract.js';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import { DoorsApi } from './doors-api.js';

/** Codes come and go without a word to anybody's queue, so the list is read again by itself. */
const againAfterMs = 10_000;

/** The ways in that are open and the SOS Calls, as the desk last told them. */
@Injectable()
export class DoorsStore {
  readonly #api = inject(DoorsApi);
  readonly #doors = signal<readonly Door[] | null>(null);
  readonly #sosCalls = signal<readonly SosCall[]>([]);
  readonly #more = signal(false);
  readonly #problem = signal<DeskProblem | null>(null);

  /** Null until the desk has answered. */
  readonly doors = this.#doors.asReadonly();
  readonly sosCalls = this.#sosCalls.asReadonly();
  readonly more = this.#more.asReadonly();
  readonly problem = this.#problem.asReadonly();

  /** Reads both, and again every so often as long as their page is there. */
  begin(owner: DestroyRef): void {
    void this.load();
    const timer = setInterval(() => {
      if (!document.hidden) void this.load();
    }, againAfterMs);
    owner.onDestroy(() => {
      clearInterval(timer);
    });
  }

  async load(): Promise<void> {
    try {
      const [{ doors, more }, sosCalls] = await Promise.all([
        this.#api.doors(),
        this.#api.sosCalls(),
      ]);
      this.#doors.set(doors);
      this.#more.set(more);
      this.#sosCalls.set(sosCalls);
      this.#problem.set(null);
    } catch (thrown) {
      this.#problem.set(asProblem(thrown));
    }
  }

  async withdraw(door: Pick<Door, 'kind' | 'id' | 'channel'>): Promise<void> {
    try {
      await this.#api.withdraw(door);
    } finally {
      await this.load();
    }
  }
}
