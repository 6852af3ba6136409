import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  model,
  signal,
} from '@angular/core';
import type { Reachable } from '../../desk/contract.js';
import { Words } from '../../words/words.js';
import { PersonTarget } from './person-target.js';
import { fits } from './target-fit.js';
import { TargetList } from './target-list.js';

/** Somebody who can be chosen; from outside the channel, where that matters. */
export interface Choosable extends Reachable {
  readonly fromOutside?: boolean;
}

/** Technicians of whom one is chosen; a long list can be narrowed by a few letters. */
@Component({
  selector: 'md-person-choice',
  imports: [PersonTarget, TargetList],
  template: `
    <md-target-list
      [people]="people().length"
      [shown]="shown().length"
      [none]="none()"
      [(text)]="text"
    >
      <fieldset>
        <legend class="visually-hidden">{{ legend() }}</legend>
        @for (person of shown(); track person.key) {
          <md-person-target
            group="technician"
            [person]="person"
            [checked]="person.key === chosen()"
            [disabled]="person.key === except()"
            (chosen)="chosen.set(person.key)"
          >
            @if (person.fromOutside) {
              <span class="tag">{{ words.t('together.guest') }}</span>
            }
          </md-person-target>
        }
      </fieldset>
    </md-target-list>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonChoice {
  readonly words = inject(Words);
  readonly legend = input.required<string>();
  /** What to say where there is nobody. */
  readonly none = input.required<string>();
  readonly people = input.required<readonly Choosable[]>();
  /** Whose key cannot be chosen. */
  readonly except = input<string | null>(null);
  /** The key of who is chosen. */
  readonly chosen = model.required<string | null>();
  readonly text = signal('');
  /** Who is chosen stays in sight, whatever is looked for. */
  readonly shown = computed(() =>
    this.people().filter((person) => fits(person, this.text()) || person.key === this.chosen()),
  );
}
