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
import { DeskApi } from '../desk/desk-api.js';
import { asProblem } from '../desk/desk-problem.js';
import { Dialog } from '../shell/dialogs/dialog.js';
import { DialogFoot } from '../shell/dialogs/dialog-foot.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Words } from '../words/words.js';
import { PersonChoice } from './person-choice.js';
import { SessionCommands } from './session-commands.js';

/** Gives a session to somebody of its channel, for good and without asking them. */
@Component({
  selector: 'md-assign-dialog',
  imports: [Dialog, DialogFoot, PersonChoice, ProblemAlert],
  templateUrl: './assign-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignDialog {
  readonly words = inject(Words);
  readonly dialogs = inject(Dialogs);
  readonly commands = inject(SessionCommands);
  readonly #api = inject(DeskApi);

  readonly session = input.required<QueueRow>();
  readonly people = resource({
    params: () => this.session().id,
    loader: ({ params }) => this.#api.assignees(params),
  });
  readonly chosen = signal<string | null>(null);
  readonly problem = computed(() => {
    const thrown = this.people.error();
    return thrown ? asProblem(thrown) : null;
  });

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const chosen = this.people.value()?.find(({ key }) => key === this.chosen());
    if (!chosen || !(event.target instanceof HTMLFormElement)) return;
    const said = new FormData(event.target).get('note');
    const note = typeof said === 'string' ? said.trim() : '';
    const { id } = this.session();
    await this.commands.run(
      id,
      async () => {
        const session = await this.#api.assign(id, chosen.key, note);
        this.dialogs.close();
        return session;
      },
      this.words.t('done.assigned', { name: chosen.name }),
    );
  }
}
