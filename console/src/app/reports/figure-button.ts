import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Words } from '../words/words.js';
import type { PressedFigure } from './pressed-figure.js';

/** A figure that opens its sessions; none where there are none. */
@Component({
  selector: 'md-figure',
  template: `
    @if (value() === 0) {
      {{ text() }}
    } @else {
      <button
        class="figure"
        type="button"
        [attr.aria-label]="of().figure + ', ' + text()"
        (click)="pressed.emit(of())"
      >
        {{ text() }}
      </button>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureButton {
  readonly #words = inject(Words);
  readonly value = input.required<number>();
  /** What is shown in the number's place. */
  readonly as = input<string | null>(null);
  readonly of = input.required<PressedFigure>();
  readonly pressed = output<PressedFigure>();
  readonly text = computed(() => this.as() ?? this.value().toLocaleString(this.#words.locale()));
}
