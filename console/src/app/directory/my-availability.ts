import { ChangeDetectionStrategy, Component, DestroyRef, inject } from '@angular/core';
import type { Availability } from '../desk/contract.js';
import { LiveFeed } from '../desk/live-feed.js';
import { MyDesk } from '../desk/my-desk.js';
import { Notices } from '../shell/notices.js';
import { Words } from '../words/words.js';
import { DirectoryApi } from './directory-api.js';

/** Whether I take work that is offered; somebody who manages people can change it too. */
@Component({
  selector: 'md-my-availability',
  template: `
    <fieldset>
      <legend class="visually-hidden">{{ words.t('availability.title') }}</legend>
      <div class="segments">
        @for (one of availabilities; track one) {
          <label>
            <input
              type="radio"
              name="availability"
              [checked]="desk.me()?.availability === one"
              (change)="say(one)"
            />
            {{ words.t(one === 'away' ? 'availability.away' : 'availability.here') }}
          </label>
        }
      </div>
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyAvailability {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly #api = inject(DirectoryApi);
  readonly #notices = inject(Notices);
  readonly availabilities = ['available', 'away'] as const;

  constructor() {
    const stop = inject(LiveFeed).listen((event) => {
      if (event.type === 'directory' && event.parts.includes('technicians')) void this.#learn();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  async say(availability: Availability): Promise<void> {
    try {
      await this.#api.setMyAvailability(availability);
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
    await this.#learn();
  }

  /** What the desk has of me now; where it cannot be reached, the banner says so already. */
  async #learn(): Promise<void> {
    await this.desk.load().catch(() => undefined);
  }
}
