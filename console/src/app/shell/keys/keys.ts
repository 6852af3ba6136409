import { DestroyRef, Injectable, type Signal, computed, inject, signal } from '@angular/core';
import type { WordKey } from '../../words/words.js';
import { Dialogs } from '../dialogs/dialogs.js';

/** A key and what it does; `words` says so in the list of keys and in the palette. */
export interface KeyBinding {
  /** As `KeyboardEvent.key` in lower case, with `ctrl+` before it for Ctrl or Command. */
  readonly key: string;
  readonly words: WordKey;
  readonly group: 'everywhere' | 'queue' | 'session';
  readonly run: () => void;
  /** When it can be used; always, unless said. */
  readonly when?: () => boolean;
  /** Whether the palette offers it too. */
  readonly command?: boolean;
}

/** The keys in force on the page that is shown. */
@Injectable({ providedIn: 'root' })
export class Keys {
  readonly #dialogs = inject(Dialogs);
  readonly #bound = signal<readonly KeyBinding[]>([]);
  readonly bound: Signal<readonly KeyBinding[]> = this.#bound.asReadonly();
  readonly commands = computed(() => this.#bound().filter(({ command }) => command === true));

  constructor() {
    const hear = (event: KeyboardEvent) => {
      this.#hear(event);
    };
    document.addEventListener('keydown', hear);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('keydown', hear);
    });
  }

  /** Puts keys in force for as long as their owner lives. */
  bind(bindings: readonly KeyBinding[], owner: DestroyRef): void {
    this.#bound.update((bound) => [...bound, ...bindings]);
    owner.onDestroy(() => {
      this.#bound.update((bound) => bound.filter((binding) => !bindings.includes(binding)));
    });
  }

  #hear(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey || this.#dialogs.open() !== null) return;
    const key = (event.ctrlKey || event.metaKey ? 'ctrl+' : '') + event.key.toLowerCase();
    if (!key.startsWith('ctrl+') && isTyping(event.target)) return;
    const binding = this.#bound().findLast(
      (bound) => bound.key === key && bound.when?.() !== false,
    );
    if (!binding) return;
    event.preventDefault();
    binding.run();
  }
}

/** Whether the keys go somewhere else: into a field, or into the user's screen. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.closest(
      'input:not([type=radio], [type=checkbox]), textarea, select, [data-takes-keys]',
    ) !== null
  );
}
