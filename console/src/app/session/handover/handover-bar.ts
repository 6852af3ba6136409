import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { SessionDetail } from '../../desk/contract.js';
import { DeskApi } from '../../desk/desk-api.js';
import { DeskClock } from '../../desk/desk-clock.js';
import { isForMe } from '../../queue/row-action.js';
import { Icon } from '../../shell/icon.js';
import { countdownText } from '../../words/spans.js';
import { Words } from '../../words/words.js';
import { ActorName } from '../actor-name.js';
import { SessionCommands } from '../commands/session-commands.js';

/** A session that is offered or handed over: to me, with yes and no; or by somebody, who can call it off. */
@Component({
  selector: 'md-handover-bar',
  imports: [Icon],
  template: `
    <div class="alert calm handover" role="status">
      <md-icon name="hand" />
      <span class="handover-said">{{ sentence() }}</span>
      <b class="num">{{ left() }}</b>
      @if (session().transfer?.note; as note) {
        <q class="handover-note">{{ note }}</q>
      }
      <span class="spread"></span>
      @if (forMe()) {
        <button class="btn quiet" [disabled]="busy()" (click)="commands.decline(session().id)">
          {{ words.t('offer.decline') }}
        </button>
        <button class="btn primary" [disabled]="busy()" (click)="commands.claim(session().id)">
          {{ words.t('offer.accept') }}
        </button>
      } @else if (session().abilities.includes('call-off-transfer')) {
        <button class="btn" [disabled]="busy()" (click)="callOff()">
          {{ words.t('offer.callOff') }}
        </button>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HandoverBar {
  readonly words = inject(Words);
  readonly commands = inject(SessionCommands);
  readonly #api = inject(DeskApi);
  readonly #clock = inject(DeskClock);
  readonly #actors = inject(ActorName);
  readonly session = input.required<SessionDetail>();

  readonly forMe = computed(() => isForMe(this.session()));
  readonly busy = computed(() => this.commands.busy(this.session().id));
  readonly left = computed(() => {
    const { transfer, offer } = this.session();
    const until = Date.parse(transfer?.until ?? offer?.until ?? '');
    if (Number.isNaN(until)) return '';
    return countdownText(until - this.#clock.now(), this.words.locale());
  });
  readonly sentence = computed(() => {
    const { transfer, requester } = this.session();
    if (!transfer) return this.words.t('offer.isYours', { name: requester.name });
    const who = this.#actors.of(transfer.by, requester.name);
    if (this.forMe()) return this.words.t('offer.handedToMe', { who, name: requester.name });
    return this.words.t(transfer.warm ? 'offer.warmTo' : 'offer.coldTo', { name: transfer.name });
  });

  callOff(): Promise<void> {
    const { id } = this.session();
    return this.commands.run(id, () => this.#api.command(id, 'call-off-transfer'));
  }
}
