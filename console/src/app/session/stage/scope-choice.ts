import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import type { ConsentScope } from '../../desk/contract.js';
import { Words } from '../../words/words.js';

/** What to ask the user for, as boxes to tick. */
@Component({
  selector: 'md-scope-choice',
  template: `
    <fieldset class="options">
      <legend class="visually-hidden">{{ words.t('scope.ask') }}</legend>
      @for (scope of scopes(); track scope) {
        <label class="option">
          <input
            type="checkbox"
            [checked]="chosen().includes(scope)"
            [disabled]="scope === always()"
            (change)="toggle(scope)"
          />
          <span>{{ name(scope) }}</span>
        </label>
      }
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScopeChoice {
  readonly words = inject(Words);
  readonly scopes = input.required<readonly ConsentScope[]>();
  readonly chosen = model.required<readonly ConsentScope[]>();
  /** The scope that cannot be left out. */
  readonly always = input<ConsentScope | null>(null);

  name(scope: ConsentScope): string {
    return this.words.t(`scope.${scope}`);
  }

  toggle(scope: ConsentScope): void {
    this.chosen.update((chosen) =>
      chosen.includes(scope) ? chosen.filter((other) => other !== scope) : [...chosen, scope],
    );
  }
}
