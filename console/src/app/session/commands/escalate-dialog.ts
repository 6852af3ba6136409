import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { QueueRow } from '../../desk/contract.js';
import { DeskApi } from '../../desk/desk-api.js';
import { FormSending } from '../../form/form-sending.js';
import { FormValues } from '../../form/form-values.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Sends } from '../../form/sends.js';
import { Dialog } from '../../shell/dialogs/dialog.js';
import { DialogFoot } from '../../shell/dialogs/dialog-foot.js';
import { Words } from '../../words/words.js';
import { NoteField } from './note-field.js';
import { SessionCommands } from './session-commands.js';

/** Raises a session a level, with a reason. */
@Component({
  selector: 'md-escalate-dialog',
  imports: [Dialog, DialogFoot, NoteField, SendingProblem, Sends],
  template: `
    <md-dialog [heading]="words.t('escalate.title', { level: session().level + 1 })">
      <form class="form" [mdSends]="sending" (submit)="send($event)">
        <md-sending-problem [sending]="sending" />
        <p class="muted">{{ words.t('escalate.lead') }}</p>
        <md-note-field
          fieldId="escalate-reason"
          name="reason"
          data-first
          [label]="words.t('escalate.reason')"
        />
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
  readonly commands = inject(SessionCommands);
  readonly #api = inject(DeskApi);
  readonly session = input.required<QueueRow>();
  readonly sending = new FormSending();

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const { id } = this.session();
    const reason = new FormValues(event.target).text('reason');
    const done = this.words.t('done.escalated');
    await this.commands.runIn(this.sending, id, () => this.#api.escalate(id, reason), done);
  }
}
