import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormSending } from '../../form/form-sending.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Icon } from '../../shell/icon.js';
import { Notices } from '../../shell/notices.js';
import { SecondPress } from '../../shell/second-press.js';
import { Words } from '../../words/words.js';
import { DirectoryApi, type Erasure } from '../directory-api.js';

/** Forgets somebody for good, after saying what that takes; the record of what happened stays and still verifies. */
@Component({
  selector: 'md-requester-erasure',
  imports: [Icon, SecondPress, SendingProblem],
  template: `
    <md-sending-problem [sending]="sending" />
    @if (asked(); as erasure) {
      <div class="alert warn" role="status">
        <md-icon name="circle-alert" />
        <div class="form">
          <p>
            {{ words.t('erasure.takes', { sessions: erasure.sessions, texts: erasure.texts }) }}
          </p>
          <div class="panel-acts">
            <button
              class="btn danger"
              type="button"
              [disabled]="sending.busy()"
              (mdSecondPress)="erase(erasure)"
            >
              {{ words.t('erasure.sure') }}
            </button>
            <button class="btn quiet" type="button" (click)="asked.set(null)">
              {{ words.t('dialog.cancel') }}
            </button>
          </div>
        </div>
      </div>
    } @else {
      <div class="panel-acts">
        <button class="btn quiet" type="button" [disabled]="sending.busy()" (click)="ask()">
          <md-icon name="trash-2" />{{ words.t('erasure.ask') }}
        </button>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequesterErasure {
  readonly words = inject(Words);
  readonly #api = inject(DirectoryApi);
  readonly #notices = inject(Notices);
  readonly requester = input.required<string>();
  readonly erased = output();
  readonly sending = new FormSending();
  /** What it would take, once that was asked. */
  readonly asked = signal<Erasure | null>(null);

  async ask(): Promise<void> {
    await this.sending.send(async () => {
      this.asked.set(await this.#api.tryErasing(this.requester()));
    });
  }

  async erase({ confirmation }: Erasure): Promise<void> {
    const done = await this.sending.send((once) =>
      this.#api.erase(this.requester(), confirmation, once),
    );
    // What has changed in between is shown anew before anybody confirms it.
    this.asked.set(null);
    if (!done) return;
    this.#notices.done(this.words.t('erasure.done'));
    this.erased.emit();
  }
}
