import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { FaultWords } from '../words/fault-words.js';
import { Words } from '../words/words.js';
import { FaultLine } from './fault-line.js';
import { Sends } from './sends.js';

/** One thing that a form asks: what it is called, the control, and beside it what is wrong with what stands there. */
@Component({
  selector: 'md-field',
  imports: [FaultLine],
  template: `
    <label [for]="fieldId()" [class.visually-hidden]="unseen()"
      >{{ label() }}
      @if (optional()) {
        <span class="faint">{{ words.t('optional') }}</span>
      }
    </label>
    <ng-content />
    @if (hint(); as said) {
      <p class="small faint" aria-live="polite" [id]="hintId()">{{ said }}</p>
    }
    @if (wrong()) {
      <div [id]="faultId()" [attr.role]="fault() === null ? null : 'alert'">
        @for (sentence of sentences(); track $index) {
          <md-fault>{{ sentence }}</md-fault>
        }
      </div>
    }
  `,
  host: { class: 'field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Field {
  readonly words = inject(Words);
  readonly #faultWords = inject(FaultWords);
  readonly sends = inject(Sends);
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  /** Where it stands in what is sent, such as `/name`. */
  readonly at = input.required<string>();
  readonly optional = input(false);
  readonly hint = input<string>();
  /** Whether the label is for those alone who hear the form. */
  readonly unseen = input(false);
  /** What the form by itself finds wrong with what stands there: said at once, and nothing is sent until it is mended. */
  readonly fault = input<string | null>(null);

  /** What the browser found, until something else is written. */
  readonly #own = linkedSignal<unknown, string | null>({
    source: () => this.sends.sending().problem(),
    computation: () => null,
  });
  /** Whether something else was written since the desk said what is wrong. */
  readonly #mended = linkedSignal({
    source: () => this.sends.sending().problem(),
    computation: () => false,
  });
  readonly sentences = computed<readonly string[]>(() => {
    const own = this.#own() ?? this.fault();
    if (own !== null) return [own];
    if (this.#mended()) return [];
    const whole = this.sends.sending().problemAt(this.at());
    const faults = this.sends.sending().faultsAt(this.at());
    const said = faults.map((fault) => this.#faultWords.wholeAt(this.at(), fault));
    return whole === null ? said : [whole, ...said];
  });
  readonly wrong = computed(() => this.sentences().length > 0);
  readonly hintId = computed(() => `${this.fieldId()}-hint`);
  readonly faultId = computed(() => `${this.fieldId()}-fault`);
  /** The ids of what says more of it. */
  readonly saidBy = computed(() => {
    const ids = [
      ...(this.wrong() ? [this.faultId()] : []),
      ...(this.hint() ? [this.hintId()] : []),
    ];
    return ids.length === 0 ? null : ids.join(' ');
  });

  constructor() {
    effect((onCleanup) => {
      onCleanup(this.sends.sending().hold(this.at()));
    });
  }

  /** The browser does not take what stands there. */
  refuse(sentence: string): void {
    this.#own.set(sentence);
    this.sends.lead();
  }

  /** Something else is being written. */
  mend(): void {
    this.#own.set(null);
    this.#mended.set(true);
  }
}
