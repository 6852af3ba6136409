import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { FaultWords } from '../words/fault-words.js';
import { FaultLine } from './fault-line.js';
import { Sends } from './sends.js';

/** What the desk found wrong at a place of what was sent, or below it where no field says so. */
@Component({
  selector: 'md-faults-at',
  imports: [FaultLine],
  template: `
    @for (sentence of sentences(); track $index) {
      <md-fault tabindex="-1">{{ sentence }}</md-fault>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FaultsAt {
  readonly #faultWords = inject(FaultWords);
  readonly #sends = inject(Sends);
  /** The place, such as `/tiers/0`. */
  readonly at = input.required<string>();
  readonly sentences = computed(() =>
    this.#sends
      .sending()
      .faultsAt(this.at())
      .map((fault) => this.#faultWords.wholeAt(this.at(), fault)),
  );

  constructor() {
    effect((onCleanup) => {
      onCleanup(this.#sends.sending().hold(this.at()));
    });
  }
}
