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
import { Dialog } from '../shell/dialogs/dialog.js';
import { DialogFoot } from '../shell/dialogs/dialog-foot.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { Icon } from '../shell/icon.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Words } from '../words/words.js';
import { PersonTarget } from './person-target.js';
import { TargetSearch } from './target-search.js';
import { fits, longList } from './target-fit.js';
import { SessionCommands } from './session-commands.js';

/** How long the other side has to accept, in seconds. */
const times = [60, 120, 300, 900, 3_600] as const;

type Channel = Awaited<ReturnType<DeskApi['transferTargets']>>[number];

interface Target {
  readonly channel: string;
  readonly technician: string | null;
  readonly group: string | null;
}

/** Hands a session over: to a technician, a group or a channel's queue, warm or cold, with a note. */
@Component({
  selector: 'md-transfer-dialog',
  imports: [Dialog, DialogFoot, Icon, PersonTarget, ProblemAlert, TargetSearch],
  templateUrl: './transfer-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TransferDialog {
  readonly words = inject(Words);
  readonly dialogs = inject(Dialogs);
  readonly commands = inject(SessionCommands);
  readonly #api = inject(DeskApi);

  readonly session = input.required<QueueRow>();
  readonly targets = resource({
    params: () => this.session().id,
    loader: ({ params }) => this.#api.transferTargets(params),
  });
  readonly chosen = signal<Target | null>(null);
  readonly text = signal('');
  /** Where the session is now comes first: most are handed on within a channel. */
  readonly #everywhere = computed(() => {
    const all = this.targets.hasValue() ? this.targets.value() : [];
    const isHere = ({ key }: { readonly key: string }) => key === this.session().channel.key;
    return [...all.filter(isHere), ...all.filter((channel) => !isHere(channel))];
  });
  readonly isLong = computed(
    () => this.#everywhere().flatMap(({ technicians }) => technicians).length > longList,
  );
  readonly channels = computed(() => {
    const letters = this.text();
    if (letters.trim() === '') return this.#everywhere();
    return this.#everywhere().flatMap((channel) => this.#narrowed(channel, letters));
  });
  readonly times = times;
  readonly problem = computed(() => {
    const thrown = this.targets.error();
    return thrown ? asProblem(thrown) : null;
  });

  timeName(seconds: number): string {
    return this.words.count('transfer.minutes', seconds / 60);
  }

  choose(channel: string, technician: string | null, group: string | null = null): void {
    this.chosen.set({ channel, technician, group });
  }

  isChosen(channel: string, technician: string | null, group: string | null): boolean {
    const chosen = this.chosen();
    if (chosen?.channel !== channel) return false;
    return chosen.technician === technician && chosen.group === group;
  }

  isHere(channel: string, technician: string | null): boolean {
    const session = this.session();
    return session.channel.key === channel && (session.assignee?.key ?? null) === technician;
  }

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const chosen = this.chosen();
    if (!chosen || !(event.target instanceof HTMLFormElement)) return;
    const form = new FormData(event.target);
    const note = form.get('note');
    const body: Transfer = {
      channel: chosen.channel,
      ...(chosen.technician === null ? {} : { technician: chosen.technician }),
      ...(chosen.group === null ? {} : { group: chosen.group }),
      warm: form.get('way') === 'warm',
      acceptWithinSeconds: Number(form.get('within')),
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
      this.words.t('done.offered'),
    );
  }

  /** What of a channel fits the letters, and what is chosen of it; the channel whole where its name fits. */
  #narrowed(channel: Channel, letters: string): readonly Channel[] {
    if (fits(channel, letters)) return [channel];
    const chosen = this.chosen();
    const isMine = chosen?.channel === channel.key;
    const technicians = channel.technicians.filter(
      (one) => fits(one, letters) || (isMine && chosen.technician === one.key),
    );
    const groups = channel.groups.filter(
      (one) => fits(one, letters) || (isMine && chosen.group === one.key),
    );
    const isEmpty = technicians.length === 0 && groups.length === 0;
    return isEmpty ? [] : [{ ...channel, technicians, groups }];
  }
}
