import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import type { Deadline, QueueRow } from '../desk/contract.js';
import { DeskClock } from '../desk/desk-clock.js';
import { ClockWords } from '../words/clock-words.js';
import { countdownText, instantText } from '../words/spans.js';
import { Words } from '../words/words.js';
import { promiseWords } from './promise-words.js';

const hour = 3_600_000;

/** The next deadline, how much of its time has gone, and what the desk does then. */
@Component({
  selector: 'md-next-deadline',
  template: `
    @if (promise(); as due) {
      <span class="due" [class.soon]="due.soon" [class.late]="due.late" [title]="due.full">
        <span class="clip"
          ><b class="num">{{ due.time }}</b
          >&ngsp;<span class="muted small">{{ due.what }}</span></span
        >
        <span class="muted small clip">{{ due.then }}</span>
      </span>
    } @else if (row().deadline; as deadline) {
      <span class="due" [class.soon]="urgency() === 'soon'" [class.late]="urgency() === 'late'">
        <span class="clip"
          ><b class="num">{{ time() }}</b
          >&ngsp;<span class="muted small">{{ what() }}</span></span
        >
        <span class="due-bar" aria-hidden="true"><span [style.width.%]="gone()"></span></span>
        <span class="muted small clip">{{ then() }}</span>
      </span>
    } @else {
      <span class="faint"
        ><span aria-hidden="true">–</span
        ><span class="visually-hidden">{{ words.t('deadline.none') }}</span></span
      >
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextDeadline {
  readonly words = inject(Words);
  readonly #clock = inject(DeskClock);
  readonly #clocks = inject(ClockWords);
  readonly row = input.required<QueueRow>();

  /** The promise that falls due before the desk's own deadline does. */
  readonly promise = computed(() => {
    const { promise, deadline } = this.row();
    if (!promise?.dueAt) return null;
    if (deadline && Date.parse(deadline.at) < Date.parse(promise.dueAt)) return null;
    const clock = this.#clocks.clock(promise.clock);
    return promiseWords(this.words, { ...promise, clock }, this.#clock.now());
  });
  readonly #due = computed(() => {
    const { deadline } = this.row();
    return deadline && Date.parse(deadline.at);
  });
  /** When the time began to run: at the request for an expiry, else when the console first heard of it. */
  readonly #from = linkedSignal<{ due: number | null; kind: Deadline['kind'] | null }, number>({
    source: () => ({ due: this.#due(), kind: this.row().deadline?.kind ?? null }),
    computation: ({ due, kind }, before) => {
      if (kind === 'expire') return Date.parse(this.row().requestedAt);
      return before?.source.due === due ? before.value : Date.now();
    },
  });
  readonly #left = computed(() => (this.#due() ?? 0) - this.#clock.now());

  readonly time = computed(() => {
    const language = this.words.locale();
    const left = this.#left();
    // Far away, a clock time says more than a countdown.
    if (left > hour) return instantText(this.#due() ?? 0, this.#clock.now(), language);
    return countdownText(left, language);
  });
  readonly gone = computed(() => {
    const whole = (this.#due() ?? 0) - this.#from();
    const share = whole > 0 ? 1 - this.#left() / whole : 1;
    return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  });
  readonly urgency = computed(() => {
    if (this.#left() <= 0) return 'late';
    return this.gone() >= 75 ? 'soon' : 'calm';
  });
  readonly what = computed(() => {
    const { deadline, state } = this.row();
    if (!deadline) return '';
    if (deadline.kind !== 'expire') return this.words.t(`deadline.${deadline.kind}`);
    const far = this.#left() > hour;
    const subject = state === 'waiting' ? 'link' : 'start';
    return this.words.t(far ? `deadline.${subject}.at` : `deadline.${subject}.in`);
  });
  readonly then = computed(() => {
    const kind = this.row().deadline?.kind;
    return kind ? this.words.t(`deadline.${kind}.then`) : '';
  });
}
