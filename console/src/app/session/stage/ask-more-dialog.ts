import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import type { ConsentScope, SessionDetail } from '../../desk/contract.js';
import { DeskApi } from '../../desk/desk-api.js';
import { FormSending } from '../../form/form-sending.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Sends } from '../../form/sends.js';
import { Dialog } from '../../shell/dialogs/dialog.js';
import { DialogFoot } from '../../shell/dialogs/dialog-foot.js';
import { Words } from '../../words/words.js';
import { ScopeChoice } from './scope-choice.js';
import { SessionCommands } from '../commands/session-commands.js';

/** Asks the user for more than they have allowed so far. */
@Component({
  selector: 'md-ask-more-dialog',
  imports: [Dialog, DialogFoot, ScopeChoice, SendingProblem, Sends],
  template: `
    <md-dialog [heading]="words.t('askMore.title', { name: session().requester.name })">
      <form class="form" [mdSends]="sending" (submit)="send($event)">
        <md-sending-problem [sending]="sending" />
        @if (askable().length > 0) {
          <p class="muted">{{ words.t('askMore.lead') }}</p>
          <md-scope-choice [scopes]="askable()" [(chosen)]="chosen" />
        } @else {
          <p class="muted">{{ words.t('askMore.none') }}</p>
        }
        <md-dialog-foot>
          <button class="btn primary" [disabled]="chosen().length === 0">
            {{ words.t('askMore.send') }}
          </button>
        </md-dialog-foot>
      </form>
    </md-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskMoreDialog {
  readonly words = inject(Words);
  readonly #commands = inject(SessionCommands);
  readonly #api = inject(DeskApi);

  readonly session = input.required<SessionDetail>();
  readonly sending = new FormSending();
  readonly askable = computed(() => {
    const { askableScopes, grantedScopes } = this.session();
    return askableScopes.filter((scope) => !grantedScopes.includes(scope));
  });
  readonly chosen = linkedSignal<readonly ConsentScope[]>(() =>
    this.askable().filter((scope) => scope === 'control'),
  );

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { id } = this.session();
    await this.#commands.runIn(this.sending, id, () => this.#api.start(id, [...this.chosen()]));
  }
}
