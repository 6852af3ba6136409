import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import type { QueueRow } from '../../desk/contract.js';
import { type Closing, DeskApi } from '../../desk/desk-api.js';
import { FormSending } from '../../form/form-sending.js';
import { FormValues } from '../../form/form-values.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Sends } from '../../form/sends.js';
import { Dialog } from '../../shell/dialogs/dialog.js';
import { DialogFoot } from '../../shell/dialogs/dialog-foot.js';
import { Words } from '../../words/words.js';
import { NoteField } from './note-field.js';
import { SessionCommands } from './session-commands.js';

/** Ends a session, solved or not, with a remark for whoever comes next. */
@Component({
  selector: 'md-close-dialog',
  imports: [Dialog, DialogFoot, NoteField, SendingProblem, Sends],
  template: `
    <md-dialog [heading]="words.t('close.title', { name: session().requester.name })">
      <form class="form" [mdSends]="sending" (submit)="send($event)">
        <md-sending-problem [sending]="sending" />
        <fieldset class="options">
          <legend class="visually-hidden">{{ words.t('close.how') }}</legend>
          @for (one of outcomes; track one; let first = $first) {
            <label class="option">
              <input
                type="radio"
                name="outcome"
                [attr.data-first]="first ? '' : null"
                [checked]="outcome() === one"
                (change)="outcome.set(one)"
              />
              <span>
                <b>{{ words.t(keys[one].name) }}</b><br />
                <span class="small muted">{{ words.t(keys[one].lead) }}</span>
              </span>
            </label>
          }
        </fieldset>
        <md-note-field fieldId="close-remark" name="remark" [label]="words.t('close.remark')" />
        <md-dialog-foot>
          <button class="btn primary" [disabled]="commands.busy(session().id)">
            {{ words.t('close.send') }}
          </button>
        </md-dialog-foot>
      </form>
    </md-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CloseDialog {
  readonly words = inject(Words);
  readonly commands = inject(SessionCommands);
  readonly #api = inject(DeskApi);

  readonly session = input.required<QueueRow>();
  readonly sending = new FormSending();
  readonly outcomes = ['solved', 'unsolved'] as const;
  readonly outcome = signal<'solved' | 'unsolved'>('solved');
  readonly keys = {
    solved: { name: 'outcome.solved', lead: 'close.solved.lead' },
    unsolved: { name: 'outcome.unsolved', lead: 'close.unsolved.lead' },
  } as const;

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const { id } = this.session();
    const remark = new FormValues(event.target).maybe('remark');
    const body: Closing = { outcome: this.outcome(), ...(remark === null ? {} : { remark }) };
    const done = this.words.t('done.closed');
    await this.commands.runIn(this.sending, id, () => this.#api.close(id, body), done);
  }
}
