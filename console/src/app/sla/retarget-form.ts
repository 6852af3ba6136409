import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { priorities } from '../../../../workflows/domain/session/vocabulary.js';
import type { RunningClocks, Sla } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { Control } from '../form/control.js';
import { Field } from '../form/field.js';
import { FormSending } from '../form/form-sending.js';
import { SendingProblem } from '../form/sending-problem.js';
import { Sends } from '../form/sends.js';
import { valueOf } from '../form/value-of.js';
import { Notices } from '../shell/notices.js';
import { SecondPress } from '../shell/second-press.js';
import { ClockWords } from '../words/clock-words.js';
import { wholeSpanText } from '../words/spans.js';
import { Words } from '../words/words.js';
import { TargetField } from './policy/target-field.js';
import { SlaApi } from './sla-api.js';

type Priority = (typeof priorities)[number];

/** Gives the running clocks of a channel another target on purpose, after it is said how many they are. */
@Component({
  selector: 'md-retarget-form',
  imports: [Control, Field, SecondPress, SendingProblem, Sends, TargetField],
  templateUrl: './retarget-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RetargetForm {
  readonly words = inject(Words);
  readonly clockWords = inject(ClockWords);
  readonly #api = inject(SlaApi);
  readonly #desk = inject(MyDesk);
  readonly #notices = inject(Notices);
  readonly sla = input.required<Sla>();
  readonly sending = new FormSending();
  readonly priorities = priorities;

  readonly channels = computed(() =>
    this.#desk.channels().filter(({ key }) => this.sla().mayConfigure.includes(key)),
  );
  readonly clocks = computed(() => {
    const names = this.sla().policies.flatMap(({ clocks }) => clocks.map(({ name }) => name));
    return [...new Set(names)].sort();
  });
  readonly channel = linkedSignal(() => this.channels()[0]?.key ?? '');
  readonly clock = linkedSignal(() => this.clocks()[0] ?? '');
  readonly priority = signal<Priority | null>(null);
  readonly target = signal(3_600);
  /** What it would do, once that was asked; anything that is chosen anew makes it unknown. */
  readonly count = signal<RunningClocks | null>(null);
  readonly countText = computed(() => {
    const count = this.count();
    if (!count) return '';
    const target = wholeSpanText(this.target() * 1_000, this.words.locale());
    const all = this.words.count('sla.sessions', count.sessions);
    const would = this.words.t('sla.retarget.would', {
      all,
      target,
      late: count.dueAtOnce.toLocaleString(this.words.locale()),
    });
    if (count.missed === 0) return would;
    return `${would} ${this.words.count('sla.retarget.missed', count.missed)}`;
  });

  set(event: Event): string {
    this.count.set(null);
    return valueOf(event);
  }

  setPriority(event: Event): void {
    const chosen = this.set(event);
    this.priority.set(priorities.find((one) => one === chosen) ?? null);
  }

  setTarget(target: number): void {
    this.count.set(null);
    this.target.set(target);
  }

  async ask(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await this.sending.send(async () => {
      this.count.set(await this.#api.runningClocks(this.#asked()));
    });
  }

  /** The desk does some hundreds at a time, and says how many are left. */
  async retarget(): Promise<void> {
    let all = 0;
    const done = await this.sending.send(async () => {
      for (;;) {
        const { retargeted, left } = await this.#api.retargetClocks(this.#asked());
        all += retargeted;
        if (left === 0 || retargeted === 0) return;
      }
    });
    this.count.set(null);
    if (done) this.#notices.done(this.words.count('sla.retarget.done', all));
  }

  #asked() {
    const priority = this.priority();
    const asked = { channel: this.channel(), clock: this.clock(), target: this.target() };
    return { ...asked, ...(priority === null ? {} : { priority }) };
  }
}
