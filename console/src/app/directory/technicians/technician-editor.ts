import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { ManagedTechnician } from '../../desk/contract.js';
import { Control } from '../../form/control.js';
import { Field } from '../../form/field.js';
import { FormSending } from '../../form/form-sending.js';
import { FormValues } from '../../form/form-values.js';
import { NameField } from '../../form/name-field.js';
import { NumberField } from '../../form/number-field.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Sends } from '../../form/sends.js';
import { Since } from '../../queue/since.js';
import { Icon } from '../../shell/icon.js';
import { Notices } from '../../shell/notices.js';
import { Words } from '../../words/words.js';
import { DirectoryApi } from '../directory-api.js';

const consoleLanguages = ['', 'en', 'pt-BR'] as const;
const availabilities = ['available', 'away'] as const;

/** Lets somebody sign in here, or sets down how much work they take, in what and in which languages. */
@Component({
  selector: 'md-technician-editor',
  imports: [Control, Field, Icon, NameField, NumberField, SendingProblem, Sends, Since],
  templateUrl: './technician-editor.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TechnicianEditor {
  readonly words = inject(Words);
  readonly #api = inject(DirectoryApi);
  readonly #notices = inject(Notices);
  readonly technician = input.required<ManagedTechnician | null>();
  readonly saved = output<string>();
  readonly availabilities = availabilities;
  readonly sending = new FormSending();
  readonly mayEdit = computed(() => this.technician()?.abilities.includes('edit') ?? true);
  readonly turn = computed(() => {
    const abilities = this.technician()?.abilities ?? [];
    return (['disable', 'enable'] as const).find((one) => abilities.includes(one)) ?? null;
  });

  async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const values = new FormValues(event.target);
    const done = await this.sending.send(async (once) => {
      const { person } = await this.#send(values, once);
      this.saved.emit(person.key);
    });
    if (done) this.#notices.done(this.words.t('directory.saved'));
  }

  async turnTo(to: 'disable' | 'enable'): Promise<void> {
    const key = this.technician()?.person.key ?? '';
    const done = await this.sending.send(() => this.#api.turnTechnician(key, to));
    if (done) this.saved.emit(key);
  }

  #send(values: FormValues, once: string): Promise<ManagedTechnician> {
    const facts = factsIn(values);
    const known = this.technician();
    if (known) {
      const availability = values.choice('availability', availabilities);
      return this.#api.edit(known.person.key, { ...facts, availability }, once);
    }
    const key = values.maybe('key');
    return this.#api.invite(key === null ? facts : { ...facts, key }, once);
  }
}

function factsIn(values: FormValues) {
  const language = values.choice('language', consoleLanguages);
  return {
    name: values.text('name'),
    address: values.maybe('address'),
    language: language === '' ? null : language,
    capacity: values.number('capacity'),
    skills: values.list('skills'),
    languages: values.list('languages'),
  };
}
