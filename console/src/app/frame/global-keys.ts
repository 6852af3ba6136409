import { DestroyRef, Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { MyDesk } from '../desk/my-desk.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { Keys } from '../shell/keys/keys.js';

/** The keys that work on every page. */
@Injectable({ providedIn: 'root' })
export class GlobalKeys {
  readonly #keys = inject(Keys);
  readonly #dialogs = inject(Dialogs);
  readonly #desk = inject(MyDesk);
  readonly #router = inject(Router);
  readonly #destroyed = inject(DestroyRef);

  begin(): void {
    const known = () => this.#desk.me() !== null;
    const group = 'everywhere';
    this.#keys.bind(
      [
        {
          key: 'n',
          words: 'keys.invite',
          group,
          command: true,
          when: () => known() && this.#desk.mayInvite(),
          run: () => {
            this.#dialogs.show({ kind: 'invite' });
          },
        },
        {
          key: 'c',
          words: 'keys.code',
          group,
          command: true,
          when: () => known() && this.#desk.mayInvite(),
          run: () => {
            this.#dialogs.show({ kind: 'code' });
          },
        },
        {
          key: 'ctrl+k',
          words: 'keys.palette',
          group,
          when: known,
          run: () => {
            this.#dialogs.show({ kind: 'palette' });
          },
        },
        {
          key: 'q',
          words: 'keys.queue',
          group,
          command: true,
          when: known,
          run: () => {
            void this.#router.navigate(['/queue/mine']);
          },
        },
        {
          key: '?',
          words: 'keys.all',
          group,
          command: true,
          when: known,
          run: () => {
            this.#dialogs.show({ kind: 'keys' });
          },
        },
      ],
      this.#destroyed,
    );
  }
}
