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
import { DeskApi, type NewCollaborator } from '../../desk/desk-api.js';
import { Control } from '../../form/control.js';
import { Field } from '../../form/field.js';
import { FormSending } from '../../form/form-sending.js';
import { FormValues } from '../../form/form-values.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Sends } from '../../form/sends.js';
import { DialogFoot } from '../../shell/dialogs/dialog-foot.js';
import { LoadingDialog } from '../../shell/dialogs/loading-dialog.js';
import { Words } from '../../words/words.js';
import { PersonChoice } from './person-choice.js';
import { SessionCommands } from '../commands/session-commands.js';

/** What a guest can be lent, in the words of a person; each stands for actions of the policy. */
const loans = [
  { words: 'together.lend.view', actions: ['tool.view'] },
  { words: 'together.lend.control', actions: ['tool.control'] },
  { words: 'together.lend.chat', actions: ['tool.chat', 'session.note'] },
] as const;
const hours = [1, 4, 8, 24] as const;

/** Asks somebody into the session; from outside the channel with what they may do and for how long. */
@Component({
  selector: 'md-collaborate-dialog',
  imports: [Control, DialogFoot, Field, LoadingDialog, PersonChoice, SendingProblem, Sends],
  templateUrl: './collaborate-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CollaborateDialog {
  readonly words = inject(Words);
  readonly commands = inject(SessionCommands);
  readonly #api = inject(DeskApi);

  readonly hours = hours;
  readonly session = input.required<QueueRow>();
  readonly sending = new FormSending();
  readonly invitees = resource({
    params: () => this.session().id,
    loader: ({ params }) => this.#api.invitees(params),
  });
  readonly people = computed(() =>
    this.invitees.hasValue() ? this.invitees.value().technicians : [],
  );
  readonly chosenKey = signal<string | null>(null);
  readonly chosen = computed(
    () => this.people().find(({ key }) => key === this.chosenKey()) ?? null,
  );
  readonly loans = computed(() => {
    const usable = this.invitees.hasValue() ? this.invitees.value().actions : [];
    return loans.filter(({ actions }) => actions.some((action) => usable.includes(action)));
  });

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const chosen = this.chosen();
    if (!chosen || !(event.target instanceof HTMLFormElement)) return;
    const values = new FormValues(event.target);
    const body: NewCollaborator = {
      technician: chosen.key,
      ...(chosen.fromOutside ? { guest: guestFrom(values) } : {}),
    };
    const { id } = this.session();
    const invite = () => this.#api.inviteCollaborator(id, body);
    const done = this.words.t('done.invited', { name: chosen.name });
    await this.commands.runIn(this.sending, id, invite, done);
  }
}

/** Who is asked in sees the session in any case; the rest is lent. */
function guestFrom(values: FormValues): NonNullable<NewCollaborator['guest']> {
  const lent = new Set(values.ticked('lend'));
  const actions = loans.filter(({ words }) => lent.has(words)).flatMap((loan) => loan.actions);
  return { actions: ['session.view', ...actions], minutes: values.number('hours') * 60 };
}
