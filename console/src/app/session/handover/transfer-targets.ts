import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  model,
  signal,
} from '@angular/core';
import type { QueueRow } from '../../desk/contract.js';
import type { TransferTargets as Channels } from '../../desk/desk-api.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';
import { PersonTarget } from '../people/person-target.js';
import { fits } from '../people/target-fit.js';
import { TargetList } from '../people/target-list.js';

type Channel = Channels[number];

/** To whom a session is handed: a channel's queue, a group of it or a technician. */
export interface Target {
  readonly channel: string;
  readonly technician: string | null;
  readonly group: string | null;
}

/** Every channel that a session can be handed to, with its queue, groups and people, of which one is chosen. */
@Component({
  selector: 'md-transfer-targets',
  imports: [Icon, PersonTarget, TargetList],
  templateUrl: './transfer-targets.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TransferTargets {
  readonly words = inject(Words);
  readonly session = input.required<QueueRow>();
  readonly channels = input.required<Channels>();
  readonly chosen = model.required<Target | null>();
  readonly text = signal('');
  readonly people = computed(() => this.channels().flatMap((one) => one.technicians).length);
  /** Where the session is now comes first: most are handed on within a channel. */
  readonly #everywhere = computed(() => {
    const all = this.channels();
    const isHere = ({ key }: Channel) => key === this.session().channel.key;
    return [...all.filter(isHere), ...all.filter((channel) => !isHere(channel))];
  });
  readonly shown = computed(() => {
    const letters = this.text();
    if (letters.trim() === '') return this.#everywhere();
    return this.#everywhere().flatMap((channel) => this.#narrowed(channel, letters));
  });

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
