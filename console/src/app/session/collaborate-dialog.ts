import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import type { QueueRow } from '../desk/contract.js';
import { DeskApi, type NewCollaborator } from '../desk/desk-api.js';
import { asProblem } from '../desk/desk-problem.js';
import { Dialog } from '../shell/dialogs/dialog.js';
import { DialogFoot } from '../shell/dialogs/dialog-foot.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Words } from '../words/words.js';
import { PersonChoice } from './person-choice.js';
import { SessionCommands } from './session-commands.js';

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
  imports: [Dialog, DialogFoot, PersonChoice, ProblemAlert],
  templateUrl: './collaborate-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CollaborateDialog {
  readonly words = inject(Words);
  readonly dialogs = inject(Dialogs);
  readonly commands = inject(SessionCommands);
  readonly #api = inject(DeskApi);

  readonly hours = hours;
  readonly session = input.required<QueueRow>();
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
  readonly problem = computed(() => {
    const thrown = this.invitees.error();
    return thrown ? asProblem(thrown) : null;
  });

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const chosen = this.chosen();
    if (!chosen || !(event.target instanceof HTMLFormElement)) return;
    const form = new FormData(event.target);
    const body: NewCollaborator = {
      technician: chosen.key,
      ...(chosen.fromOutside ? { guest: guestFrom(form) } : {}),
    };
    const { id } = this.session();
    await this.commands.run(
      id,
      async () => {
        const session = await this.#api.inviteCollaborator(id, body);
        this.dialogs.close();
        return session;
      },
      this.words.t('done.invited', { name: chosen.name }),
    );
  }
}

/** Who is asked in sees the session in any case; the rest is lent. */
function guestFrom(form: FormData): NonNullable<NewCollaborator['guest']> {
  const lent = new Set<unknown>(form.getAll('lend'));
  const actions = loans.filter(({ words }) => lent.has(words)).flatMap((loan) => loan.actions);
  return { actions: ['session.view', ...actions], minutes: Number(form.get('hours')) * 60 };
}
