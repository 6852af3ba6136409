import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { NameField } from '../../form/name-field.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Sends } from '../../form/sends.js';
import { Words } from '../../words/words.js';
import { CountsFromField } from './counts-from-field.js';
import { PlaceField } from './place-field.js';
import type { NamedVersion, VersionDraft } from './version-draft.js';
import { VersionList } from './version-list.js';

/** The form of a calendar or a policy around what only one of them has, and its versions below. */
@Component({
  // The form itself, so that also the fields that are put into it find by which it is sent.
  selector: 'form[mdVersion]',
  imports: [CountsFromField, NameField, PlaceField, SendingProblem, VersionList],
  templateUrl: './version-form.html',
  host: { class: 'form', '(submit)': 'submit($event)' },
  hostDirectives: [{ directive: Sends, inputs: ['mdSends'] }],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VersionForm {
  readonly words = inject(Words);
  readonly sends = inject(Sends);
  /** What the ids of its fields begin with. */
  readonly prefix = input.required<string>();
  readonly draft = input.required<VersionDraft<NamedVersion>>();
  /** What is worked by it, by name. */
  readonly users = input.required<readonly string[]>();
  readonly saves = output();

  submit(event: SubmitEvent): void {
    event.preventDefault();
    this.sends.whenSound(() => {
      this.saves.emit();
    });
  }
}
