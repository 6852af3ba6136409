import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { Customer, KnownRequester } from '../../desk/contract.js';
import { Control } from '../../form/control.js';
import { Field } from '../../form/field.js';
import { FormSending } from '../../form/form-sending.js';
import { FormValues } from '../../form/form-values.js';
import { NameField } from '../../form/name-field.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Sends } from '../../form/sends.js';
import { Notices } from '../../shell/notices.js';
import { Words } from '../../words/words.js';
import { DirectoryApi } from '../directory-api.js';

/** Sets down what is known of somebody who asks for help. */
@Component({
  selector: 'md-requester-editor',
  imports: [Control, Field, NameField, SendingProblem, Sends],
  templateUrl: './requester-editor.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequesterEditor {
  readonly words = inject(Words);
  readonly #api = inject(DirectoryApi);
  readonly #notices = inject(Notices);
  readonly requester = input.required<KnownRequester | null>();
  readonly customers = input.required<readonly Customer[]>();
  readonly saved = output<string>();
  readonly sending = new FormSending();

  async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const values = new FormValues(event.target);
    const body = {
      name: values.text('name'),
      address: values.maybe('address'),
      language: values.maybe('language'),
      customer: values.maybe('customer'),
      department: values.maybe('department'),
    };
    let id = '';
    const done = await this.sending.send(async (once) => {
      ({ id } = await this.#api.saveRequester(this.requester()?.id ?? null, body, once));
    });
    if (!done) return;
    this.#notices.done(this.words.t('directory.saved'));
    this.saved.emit(id);
  }
}
