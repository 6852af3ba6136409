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
import { DeskApi, type Transfer } from '../../desk/desk-api.js';
import { Control } from '../../form/control.js';
import { Field } from '../../form/field.js';
import { FormSending } from '../../form/form-sending.js';
import { FormValues } from '../../form/form-values.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Sends } from '../../form/sends.js';
import { DialogFoot } from '../../shell/dialogs/dialog-foot.js';
import { LoadingDialog } from '../../shell/dialogs/loading-dialog.js';
import { Words } from '../../words/words.js';
import { NoteField } from '../commands/note-field.js';
import { SessionCommands } from '../commands/session-commands.js';
import { type Target, TransferTargets } from './transfer-targets.js';

/** How long the other side has to accept, in seconds. */
const times = [60, 120, 300, 900, 3_600] as const;

/** Hands a session over: to a technician, a group or a channel's queue, warm or cold, with a note. */
@Component({
  selector: 'md-transfer-dialog',
  imports: [
    Control,
    DialogFoot,
    Field,
    LoadingDialog,
    NoteField,
    SendingProblem,
    Sends,
    TransferTargets,
  ],
  templateUrl: './transfer-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TransferDialog {
  readonly words = inject(Words);
  readonly commands = inject(SessionCommands);
  readonly #api = inject(DeskApi);

  readonly session = input.required<QueueRow>();
  readonly sending = new FormSending();
  readonly targets = resource({
    params: () => this.session().id,
    loader: ({ params }) => this.#api.transferTargets(params),
  });
  readonly channels = computed(() => (this.targets.hasValue() ? this.targets.value() : []));
  readonly chosen = signal<Target | null>(null);
  readonly times = times;

  timeName(seconds: number): string {
    return this.words.count('transfer.minutes', seconds / 60);
  }

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const chosen = this.chosen();
    if (!chosen || !(event.target instanceof HTMLFormElement)) return;
    const { id } = this.session();
    const body = transferTo(chosen, new FormValues(event.target));
    const done = this.words.t('done.offered');
    await this.commands.runIn(this.sending, id, () => this.#api.transfer(id, body), done);
  }
}

function transferTo({ channel, technician, group }: Target, values: FormValues): Transfer {
  const note = values.maybe('note');
  return {
    channel,
    ...(technician === null ? {} : { technician }),
    ...(group === null ? {} : { group }),
    warm: values.text('way') === 'warm',
    acceptWithinSeconds: values.number('within'),
    ...(note === null ? {} : { note }),
  };
}
