import { Injectable, computed, inject } from '@angular/core';
import { MyDesk } from '../../desk/my-desk.js';
import { sideGroups } from './side-groups.js';

/** The ways beside the queue, as far as the policy lets me go them. */
@Injectable({ providedIn: 'root' })
export class MyWays {
  readonly #desk = inject(MyDesk);
  readonly groups = computed(() =>
    sideGroups
      .map(({ head, ways }) => ({ head, ways: ways.filter(({ may }) => may(this.#desk)) }))
      .filter(({ ways }) => ways.length > 0),
  );
}
