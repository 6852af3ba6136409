import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Person } from '../desk/contract.js';

/** A technician's picture; the name stands beside it in words. */
@Component({
  selector: 'md-face',
  template: `<img
    class="face"
    alt=""
    width="28"
    height="28"
    [class.little]="size() === 'little'"
    [class.large]="size() === 'large'"
    [src]="person().face"
  />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Face {
  readonly person = input.required<Person>();
  readonly size = input<'little' | 'medium' | 'large'>('medium');
}
