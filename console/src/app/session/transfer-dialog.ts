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
import { DeskApi, type Transfer } from '../desk/desk-api.js';
import { asProblem } from '../desk/desk-problem.js';
import { Dialog } from '../shell/dialog.js';
import { Dialogs } from '../shell/dialogs.js';
import { Face } from '../shell/face.js';
import { Icon } from '../shell/icon.js';
import { ProblemWords } from '../words/problem-words.js';
import { Words } from '../words/words.js';
import { SessionCommands } from './session-commands.js';

/** Hands a session over: to a technician or to a channel's queue, with a note. */
@Component({
  selector: 'md-transfer-dialog',
  imports: [Dialog, Face, Icon],
  templateUrl: './transfer-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TransferDialog {
  readonly words = inject(Words);
  readonly dialogs = inject(Dialogs);
  readonly commands = inject(SessionCommands);
  readonly problemWords = inject(ProblemWords);
  readonly #api = inject(DeskApi);

  readonly session = input.required<QueueRow>();
  readonly targets = resource({
    params: () => this.session().id,
    loader: ({ params }) => this.#api.transferTargets(params),
  });
  readonly chosen = signal<{ readonly channel: string; readonly technician: string | null } | null>(
    null,
  );
  readonly fault = computed(() => {
    const thrown = this.targets.error();
    return thrown ? this.problemWords.sentence(asProblem(thrown.cause ?? thrown)) : null;
  });

  isHere(channel: string, technician: string | null): boolean {
    const session = this.session();
    return session.channel.key === channel && (session.assignee?.key ?? null) === technician;
  }

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const chosen = this.chosen();
    if (!chosen || !(event.target instanceof HTMLFormElement)) return;
    const note = new FormData(event.target).get('note');
    const body: Transfer = {
      channel: chosen.channel,
      ...(chosen.technician === null ? {} : { technician: chosen.technician }),
      ...(typeof note === 'string' && note.trim() !== '' ? { note: note.trim() } : {}),
    };
    const { id } = this.session();
    await this.commands.run(
      id,
      async () => {
        const session = await this.#api.transfer(id, body);
        this.dialogs.close();
        return session;
      },
      this.words.t('done.transferred'),
    );
  }
}
