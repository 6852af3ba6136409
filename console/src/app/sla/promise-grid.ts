import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { priorities } from '../../../../workflows/domain/session/vocabulary.js';
import type { Sla } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { FormSending } from '../form/form-sending.js';
import { SendingProblem } from '../form/sending-problem.js';
import { Sends } from '../form/sends.js';
import { Words } from '../words/words.js';
import { SlaApi } from './sla-api.js';
import { CountsFromField, aheadText, countsFromOf } from './versions/counts-from-field.js';
import { inForceAt, newest } from './versions/sla-versions.js';

type Priority = (typeof priorities)[number];

/** A promise that was chosen and is not sent yet. */
interface Change {
  readonly channel: string;
  readonly priority: Priority;
  readonly policy: string | null;
}

/** Which policy each channel keeps for each priority; changes are gathered and sent with the day from which they count. */
@Component({
  selector: 'md-promise-grid',
  imports: [CountsFromField, SendingProblem, Sends],
  templateUrl: './promise-grid.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PromiseGrid {
  readonly words = inject(Words);
  readonly #desk = inject(MyDesk);
  readonly #api = inject(SlaApi);
  readonly sla = input.required<Sla>();
  readonly saved = output<string>();
  readonly priorities = priorities;
  readonly sending = new FormSending();
  readonly changes = signal<readonly Change[]>([]);
  readonly from = signal('');

  readonly rows = computed(() => {
    const { promises, mayConfigure } = this.sla();
    const promising = promises.map(({ channel }) => channel);
    const mine = mayConfigure.filter((place) => place !== '*');
    return [...new Set([...promising, ...mine])].map((channel) => ({
      channel,
      name: this.#desk.channelName(channel),
      mayConfigure: mayConfigure.includes(channel),
      policies: this.#policiesOf(channel),
      cells: priorities.map((priority) => this.#cell(channel, priority)),
    }));
  });

  label(channel: string, priority: Priority): string {
    return `${this.words.t('sla.policy')}: ${channel}, ${this.words.t(`priority.${priority}`)}`;
  }

  choose(channel: string, priority: Priority, { target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    const policy = target.value === '' ? null : target.value;
    const others = this.changes().filter(
      (one) => one.channel !== channel || one.priority !== priority,
    );
    const isNew = policy !== this.#inForce(channel, priority);
    this.changes.set(isNew ? [...others, { channel, priority, policy }] : others);
  }

  discard(): void {
    this.changes.set([]);
    this.from.set('');
  }

  /** Sends the changes one by one; those that are taken are gone from the list if a later one is not. */
  async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    let countsFrom = '';
    const done = await this.sending.send(async () => {
      for (const change of this.changes()) {
        countsFrom = await this.#api.promise({ ...change, ...countsFromOf(this.from()) });
        this.changes.set(this.changes().filter((one) => one !== change));
      }
    });
    if (countsFrom !== '') this.saved.emit(countsFrom);
    if (done) this.discard();
  }

  #cell(channel: string, priority: Priority) {
    const change = this.changes().find(
      (one) => one.channel === channel && one.priority === priority,
    );
    const inForce = this.#inForce(channel, priority);
    const policy = change ? change.policy : inForce;
    const ahead = this.#promises(channel, priority)
      .filter(({ countsFrom }) => Date.parse(countsFrom) > Date.now())
      .map((one) => this.#aheadText(one.policy, one.countsFrom));
    const name = policy === null ? this.words.t('sla.nothing') : this.#policyName(policy);
    return { priority, policy: policy ?? '', changed: change !== undefined, name, ahead };
  }

  #aheadText(policy: string | null, countsFrom: string): string {
    const name = policy === null ? this.words.t('sla.nothing') : this.#policyName(policy);
    return aheadText(this.words, countsFrom, name);
  }

  #inForce(channel: string, priority: Priority): string | null {
    return inForceAt(this.#promises(channel, priority), Date.now())?.policy ?? null;
  }

  #promises(channel: string, priority: Priority): Sla['promises'] {
    return this.sla().promises.filter(
      (one) => one.channel === channel && one.priority === priority,
    );
  }

  #policiesOf(channel: string) {
    return newest(this.sla().policies).filter(({ place }) => place === '*' || place === channel);
  }

  #policyName(key: string): string {
    return this.sla().policies.find((policy) => policy.key === key)?.name ?? key;
  }
}
