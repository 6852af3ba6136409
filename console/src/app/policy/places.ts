import { Injectable, computed, inject } from '@angular/core';
import { MyDesk } from '../desk/my-desk.js';
import { Words } from '../words/words.js';

/** A place that the policy can be read for. */
export interface Place {
  readonly key: string;
  readonly name: string;
}

/** The places in which the policy lets me read it: the desk, and channels in which I hold a role. */
@Injectable({ providedIn: 'root' })
export class Places {
  readonly #desk = inject(MyDesk);
  readonly #words = inject(Words);

  readonly all = computed<readonly Place[]>(() => {
    const atDesk = this.#desk.mayAtDesk('policy.read');
    const held = new Set((this.#desk.me()?.roles ?? []).map(({ channel }) => channel));
    const channels = this.#desk
      .channels()
      .filter(({ key }) => atDesk || held.has(key))
      .map(({ key, name }) => ({ key, name }));
    return atDesk ? [{ key: '*', name: this.#words.t('policy.desk') }, ...channels] : channels;
  });

  /** The place to begin with: a channel says more than the desk. */
  readonly first = computed(() => {
    const all = this.all();
    return (all.find(({ key }) => key !== '*') ?? all[0])?.key ?? '*';
  });
}
