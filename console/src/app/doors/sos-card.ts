import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { SosCall } from '../desk/contract.js';
import { DeleteButton } from '../manage/delete-button.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { Words } from '../words/words.js';
import { DoorsApi } from './doors-api.js';

/** One SOS Call with its link, and for who manages it the ways to pause, change and delete it. */
@Component({
  selector: 'md-sos-card',
  imports: [DeleteButton, Icon],
  templateUrl: './sos-card.html',
  host: { class: 'card sos-card', '[class.paused]': 'call().paused' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SosCard {
  readonly words = inject(Words);
  readonly #api = inject(DoorsApi);
  readonly #dialogs = inject(Dialogs);
  readonly #notices = inject(Notices);
  readonly call = input.required<SosCall>();
  /** The name of its channel, where that is not known from the page. */
  readonly channel = input<string>();
  readonly changed = output();

  async copy(): Promise<void> {
    await this.#do(
      () => navigator.clipboard.writeText(this.call().url),
      this.words.t('done.copied'),
    );
  }

  async turn(): Promise<void> {
    const call = this.call();
    const said = this.words.t(call.paused ? 'sos.resumed' : 'sos.pausedNow');
    await this.#do(() => this.#api.turn(call, call.paused ? 'resume' : 'pause'), said);
    this.changed.emit();
  }

  async remove(): Promise<void> {
    const { id, channel } = this.call();
    await this.#do(
      () => this.#api.withdraw({ kind: 'sos-call', id, channel }),
      this.words.t('doors.withdrawn'),
    );
    this.changed.emit();
  }

  edit(): void {
    const saved = () => {
      this.changed.emit();
    };
    this.#dialogs.show({ kind: 'sos-call', call: this.call(), channel: null, saved });
  }

  async #do(act: () => Promise<unknown>, said: string): Promise<void> {
    try {
      await act();
      this.#notices.done(said);
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }
}
