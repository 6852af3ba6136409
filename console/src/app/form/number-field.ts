import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Control } from './control.js';
import { Field } from './field.js';

/** A number between two others; whole ones, unless it may have parts. */
@Component({
  selector: 'md-number-field',
  imports: [Control, Field],
  template: `
    <md-field [at]="at()" [fieldId]="fieldId()" [label]="label()">
      <input
        #field
        mdControl
        type="number"
        required
        [attr.name]="name()"
        [attr.min]="least()"
        [attr.max]="most()"
        [attr.step]="parts() ? 'any' : null"
        [value]="value()"
        (change)="change(+field.value)"
      />
    </md-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NumberField {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  /** Where it stands in what is sent, such as `/capacity`. */
  readonly at = input.required<string>();
  /** By which its form is read, where that is read as a whole. */
  readonly name = input<string>();
  readonly least = input.required<number>();
  readonly most = input.required<number>();
  readonly parts = input(false);
  readonly value = input.required<number>();
  readonly changed = output<number>();

  change(number: number): void {
    this.changed.emit(this.parts() ? number : Math.round(number));
  }
}
