import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { IconName } from './icon-name.js';

/** An icon of the sprite; decoration only, words stand beside it. */
@Component({
  selector: 'md-icon',
  template: `<svg class="icon" aria-hidden="true">
    <use [attr.href]="'/icons.svg#' + name()" />
  </svg>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly name = input.required<IconName>();
}
