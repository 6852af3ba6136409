import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/** A number between two others; whole ones, unless it may have parts. */
@Component({
  selector: 'md-number-field',
  template: `
    <label [for]="fieldId()">{{ label() }}</label>
    <input
      #field
      [id]="fieldId()"
      class="input"
      type="number"
      required
      [attr.name]="name()"
      [attr.min]="least()"
      [attr.max]="most()"
      [attr.step]="parts() ? 'any' : null"
      [attr.aria-invalid]="wrong()"
      [value]="value()"
      (change)="change(+field.value)"
    />
    <ng-content />
  `,
  host: { class: 'field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NumberField {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  /** By which its form is read, where that is read as a whole. */
  readonly name = input<string>();
  readonly least = input.required<number>();
  readonly most = input.required<number>();
  readonly parts = input(false);
  readonly wrong = input(false);
  readonly value = input.required<number>();
  readonly changed = output<number>();

  change(number: number): void {
    this.changed.emit(this.parts() ? number : Math.round(number));
  }
}
