import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { QueueRow } from '../desk/contract.js';
import { DeskApi } from '../desk/desk-api.js';
import { Dialog } from '../shell/dialogs/dialog.js';
import { DialogFoot } from '../shell/dialogs/dialog-foot.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { Words } from '../words/words.js';
import { SessionCommands } from './session-commands.js';

/** Raises a session a level, with a reason. */
@Component({
  selector: 'md-escalate-dialog',
  imports: [Dialog, DialogFoot],
  template: `
    <md-dialog [heading]="words.t('escalate.title', { level: session().level + 1 })">
      <form class="form" (submit)="send($event)">
        <p class="muted">{{ words.t('escalate.lead') }}</p>
        <div class="field">
          <label for="escalate-reason">
            {{ words.t('escalate.reason') }} <span class="faint">{{ words.t('optional') }}</span>
          </label>
          <textarea
            id="escalate-reason"
            class="input"
            name="reason"
            maxlength="2000"
            data-first
          ></textarea>
        </div>
        <md-dialog-foot>
          <button class="btn primary" [disabled]="commands.busy(session().id)">
            {{ words.t('escalate.send') }}
          </button>
        </md-dialog-foot>
      </form>
    </md-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EscalateDialog {
  readonly words = inject(Words);
  readonly dialogs = inject(Dialogs);
  readonly commands = inject(SessionCommands);
  readonly #api = inject(DeskApi);
  readonly session = input.required<QueueRow>();

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const reason = new FormData(event.target).get('reason');
    const { id } = this.session();
    await this.commands.run(
      id,
      async () => {
        const said = typeof reason === 'string' ? reason.trim() : '';
        const session = await this.#api.escalate(id, said);
        this.dialogs.close();
        return session;
      },
      this.words.t('done.escalated'),
    );
  }
}
