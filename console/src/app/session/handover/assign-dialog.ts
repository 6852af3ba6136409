import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import type { QueueRow } from '../../desk/contract.js';
import { DeskApi } from '../../desk/desk-api.js';
import { FormSending } from '../../form/form-sending.js';
import { FormValues } from '../../form/form-values.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Sends } from '../../form/sends.js';
import { DialogFoot } from '../../shell/dialogs/dialog-foot.js';
import { LoadingDialog } from '../../shell/dialogs/loading-dialog.js';
import { Words } from '../../words/words.js';
import { NoteField } from '../commands/note-field.js';
import { SessionCommands } from '../commands/session-commands.js';
import { PersonChoice } from '../people/person-choice.js';

/** Gives a session to somebody of its channel, for good and without asking them. */
@Component({
  selector: 'md-assign-dialog',
  imports: [DialogFoot, LoadingDialog, NoteField, PersonChoice, SendingProblem, Sends],
  templateUrl: './assign-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignDialog {
  readonly words = inject(Words);
  readonly commands = inject(SessionCommands);
  readonly #api = inject(DeskApi);

  readonly session = input.required<QueueRow>();
  readonly sending = new FormSending();
  readonly asked = resource({
    params: () => this.session().id,
    loader: ({ params }) => this.#api.assignees(params),
  });
  readonly people = computed(() => (this.asked.hasValue() ? this.asked.value() : []));
  readonly chosen = signal<string | null>(null);

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const chosen = this.people().find(({ key }) => key === this.chosen());
    if (!chosen || !(event.target instanceof HTMLFormElement)) return;
    const { id } = this.session();
    const note = new FormValues(event.target).text('note');
    const assign = () => this.#api.assign(id, chosen.key, note);
    const done = this.words.t('done.assigned', { name: chosen.name });
    await this.commands.runIn(this.sending, id, assign, done);
  }
}
