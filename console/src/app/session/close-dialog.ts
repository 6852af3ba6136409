import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import type { QueueRow } from '../desk/contract.js';
import { type Closing, DeskApi } from '../desk/desk-api.js';
import { Dialog } from '../shell/dialogs/dialog.js';
import { DialogFoot } from '../shell/dialogs/dialog-foot.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { Words } from '../words/words.js';
import { SessionCommands } from './session-commands.js';

/** Ends a session, solved or not, with a remark for whoever comes next. */
@Component({
  selector: 'md-close-dialog',
  imports: [Dialog, DialogFoot],
  template: `
    <md-dialog [heading]="words.t('close.title', { name: session().requester.name })">
      <form class="form" (submit)="send($event)">
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
        <div class="field">
          <label for="close-remark">
            {{ words.t('close.remark') }} <span class="faint">{{ words.t('optional') }}</span>
          </label>
          <textarea id="close-remark" class="input" name="remark" maxlength="2000"></textarea>
        </div>
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
  readonly dialogs = inject(Dialogs);
  readonly commands = inject(SessionCommands);
  readonly #api = inject(DeskApi);

  readonly session = input.required<QueueRow>();
  readonly outcomes = ['solved', 'unsolved'] as const;
  readonly outcome = signal<'solved' | 'unsolved'>('solved');
  readonly keys = {
    solved: { name: 'outcome.solved', lead: 'close.solved.lead' },
    unsolved: { name: 'outcome.unsolved', lead: 'close.unsolved.lead' },
  } as const;

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const remark = new FormData(event.target).get('remark');
    const said =
      typeof remark === 'string' && remark.trim() !== '' ? { remark: remark.trim() } : {};
    const body: Closing = { outcome: this.outcome(), ...said };
    const { id } = this.session();
    await this.commands.run(
      id,
      async () => {
        const session = await this.#api.close(id, body);
        this.dialogs.close();
        return session;
      },
      this.words.t('done.closed'),
    );
  }
}
