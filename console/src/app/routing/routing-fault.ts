import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Icon } from '../shell/icon.js';
import { RoutingFaults } from './routing-faults.js';

/** What is wrong at a place of a routing or below it, said as soon as it is known. */
@Component({
  selector: 'md-routing-fault',
  imports: [Icon],
  template: `
    @if (fault(); as said) {
      <p class="fault" role="alert"><md-icon name="circle-alert" />{{ said }}</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoutingFault {
  readonly #faults = inject(RoutingFaults);
  /** The place, such as `/tiers/0`. */
  readonly at = input.required<string>();
  readonly fault = computed(() => this.#faults.at(this.at()));
}
