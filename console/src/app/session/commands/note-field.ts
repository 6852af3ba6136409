import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Control } from '../../form/control.js';
import { Field } from '../../form/field.js';

/** What somebody may add in their own words for whoever comes next. */
@Component({
  selector: 'md-note-field',
  imports: [Control, Field],
  template: `
    <md-field [at]="'/' + name()" [fieldId]="fieldId()" [label]="label()" [optional]="true">
      <textarea mdControl maxlength="2000" rows="2" [attr.name]="name()"></textarea>
    </md-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoteField {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  /** By which it is read and sent. */
  readonly name = input.required<string>();
}
