import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { LiveAnswer } from '../../desk/live-answer.js';
import { DoorsApi } from '../../doors/doors-api.js';
import { SosCard } from '../../doors/sos-card.js';
import { NothingListed } from '../../manage/nothing-listed.js';
import { Dialogs } from '../../shell/dialogs/dialogs.js';
import { Icon } from '../../shell/icon.js';
import { ProblemAlert } from '../../shell/problem-alert.js';
import { Words } from '../../words/words.js';

/** The SOS Calls that lead into a channel, with their links. */
@Component({
  selector: 'md-channel-sos-calls',
  imports: [Icon, NothingListed, ProblemAlert, SosCard],
  template: `
    <h3>{{ words.t('sos.title') }}</h3>
    <md-problem-alert [problem]="all.problem()" />
    <ul class="sos-list">
      @for (call of calls(); track call.id) {
        <li><md-sos-card [call]="call" (changed)="all.load()" /></li>
      } @empty {
        <li class="muted">
          <md-nothing-listed [answer]="all" [none]="words.t('sos.noneHere')" />
        </li>
      }
    </ul>
    <div class="panel-acts">
      <button class="btn slim" type="button" (click)="add()">
        <md-icon name="plus" />{{ words.t('sos.new') }}
      </button>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChannelSosCalls {
  readonly words = inject(Words);
  readonly #api = inject(DoorsApi);
  readonly #dialogs = inject(Dialogs);
  readonly channel = input.required<string>();
  readonly all = new LiveAnswer(() => this.#api.sosCalls(), ['channels']);
  readonly calls = computed(
    () => this.all.value()?.filter(({ channel }) => channel === this.channel()) ?? [],
  );

  add(): void {
    const saved = () => void this.all.load();
    this.#dialogs.show({ kind: 'sos-call', call: null, channel: this.channel(), saved });
  }
}
