import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import type { SosCall, SosField } from '../desk/contract.js';
import { DirectoryApi } from '../directory/directory-api.js';
import { Control } from '../form/control.js';
import { Field } from '../form/field.js';
import { FormSending } from '../form/form-sending.js';
import { FormValues } from '../form/form-values.js';
import { LiveAnswer } from '../desk/live-answer.js';
import { NameField } from '../form/name-field.js';
import { SendingProblem } from '../form/sending-problem.js';
import { Sends } from '../form/sends.js';
import { Dialog } from '../shell/dialogs/dialog.js';
import { DialogFoot } from '../shell/dialogs/dialog-foot.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { Notices } from '../shell/notices.js';
import { Words } from '../words/words.js';
import { DoorsApi } from './doors-api.js';
import { SosFields } from './sos-fields.js';
import { sosTermsFrom } from './sos-form.js';
import { staffOf } from './sos-staff.js';

/** Makes an SOS Call or changes one: its name, where it leads, and what it asks. */
@Component({
  selector: 'md-sos-call-dialog',
  imports: [Control, Dialog, DialogFoot, Field, NameField, SendingProblem, Sends, SosFields],
  templateUrl: './sos-call-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SosCallDialog {
  readonly words = inject(Words);
  readonly #dialogs = inject(Dialogs);
  readonly #api = inject(DoorsApi);
  readonly #directory = inject(DirectoryApi);
  readonly #notices = inject(Notices);

  readonly call = input.required<SosCall | null>();
  /** Where a new one leads; null when that is to be chosen. */
  readonly into = input.required<string | null>();
  readonly saved = input.required<() => void>();

  readonly sending = new FormSending();
  readonly fields = linkedSignal<readonly SosField[]>(() => this.call()?.fields ?? []);
  readonly channels = new LiveAnswer(async () => {
    const channels = await this.#directory.channels();
    return channels.filter(({ abilities }) => abilities.includes('manage-sos-calls'));
  }, ['channels']);
  readonly channel = linkedSignal(
    () => this.call()?.channel ?? this.into() ?? this.channels.value()?.[0]?.key ?? null,
  );
  readonly #people = new LiveAnswer(
    () => Promise.all([this.#directory.technicians(), this.#directory.groups()]),
    ['technicians', 'groups'],
  );
  /** Whom its requests can be offered to first: who works in its channel, and who is named now. */
  readonly staff = computed(() => {
    const [technicians, groups] = this.#people.value() ?? [[], []];
    const staff = staffOf(this.channel() ?? '', technicians, groups);
    const named = this.call()?.technician;
    return named && !staff.some(({ key }) => key === named.key) ? [named, ...staff] : staff;
  });

  lead(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.channel.set(event.target.value);
  }

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const channel = this.channel();
    if (!(event.target instanceof HTMLFormElement) || channel === null) return;
    const body = sosTermsFrom(new FormValues(event.target), this.fields());
    const call = this.call();
    const done = await this.sending.send((once) =>
      call ? this.#api.edit(call, body) : this.#api.create(channel, body, once),
    );
    if (!done) return;
    this.#dialogs.close();
    this.saved()();
    this.#notices.done(this.words.t('sos.saved'));
  }
}
