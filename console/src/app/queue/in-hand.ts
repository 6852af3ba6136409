import {
  EnvironmentInjector,
  Injectable,
  computed,
  createEnvironmentInjector,
  effect,
  inject,
} from '@angular/core';
import { MyDesk } from '../desk/my-desk.js';
import { QueueListStore } from './queue-list-store.js';

/** The sessions that I answer for, on every page. */
@Injectable({ providedIn: 'root' })
export class InHand {
  readonly #desk = inject(MyDesk);
  readonly #list = createEnvironmentInjector([QueueListStore], inject(EnvironmentInjector)).get(
    QueueListStore,
  );

  readonly rows = computed(() =>
    this.#list.rows().filter(({ state }) => state === 'ready' || state === 'active'),
  );
  readonly total = computed(() => this.#list.counts()?.mine ?? 0);

  constructor() {
    effect(() => {
      if (this.#desk.me()) this.#list.show({ view: 'mine', channel: null, text: '' });
    });
  }
}
