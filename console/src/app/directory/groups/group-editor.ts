import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { ManagedGroup } from '../../desk/contract.js';
import { LiveAnswer } from '../../desk/live-answer.js';
import { Control } from '../../form/control.js';
import { FaultsAt } from '../../form/faults-at.js';
import { Field } from '../../form/field.js';
import { FormSending } from '../../form/form-sending.js';
import { FormValues } from '../../form/form-values.js';
import { NameField } from '../../form/name-field.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Sends } from '../../form/sends.js';
import { DeleteButton } from '../../manage/delete-button.js';
import { Notices } from '../../shell/notices.js';
import { Words } from '../../words/words.js';
import { DirectoryApi, type GroupSettings } from '../directory-api.js';

const kinds = ['skill', 'experience', 'customer'] as const;

/** Sets a group up: its name, what holds it together, and who is in it. */
@Component({
  selector: 'md-group-editor',
  imports: [Control, DeleteButton, FaultsAt, Field, NameField, SendingProblem, Sends],
  templateUrl: './group-editor.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GroupEditor {
  readonly words = inject(Words);
  readonly #api = inject(DirectoryApi);
  readonly #notices = inject(Notices);
  readonly group = input.required<ManagedGroup | null>();
  readonly saved = output<string>();
  readonly gone = output();
  readonly kinds = kinds;
  readonly kindKeys = {
    customer: 'groups.kind.customer',
    experience: 'groups.kind.experience',
    skill: 'groups.kind.skill',
  } as const;
  readonly sending = new FormSending();
  readonly mayManage = computed(() => this.group()?.abilities.includes('manage') ?? true);
  readonly technicians = new LiveAnswer(() => this.#api.technicians(), ['technicians']);
  readonly #sources = computed(
    () => new Map(this.group()?.members.map(({ person, source }) => [person.key, source])),
  );

  isMember(key: string): boolean {
    return this.#sources().has(key);
  }

  /** Whom the sign-in brings in stays until the sign-in says otherwise. */
  isFromSignIn(key: string): boolean {
    return this.#sources().get(key) === 'sign-in';
  }

  async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const body = this.#settingsIn(new FormValues(event.target));
    let saved = '';
    const done = await this.sending.send(async (once) => {
      saved = (await this.#api.saveGroup(this.group()?.key ?? null, body, once)).key;
    });
    if (!done) return;
    this.#notices.done(this.words.t('directory.saved'));
    this.saved.emit(saved);
  }

  async delete(): Promise<void> {
    const key = this.group()?.key ?? '';
    if (!(await this.sending.send(() => this.#api.deleteGroup(key)))) return;
    this.#notices.done(this.words.t('groups.deleted'));
    this.gone.emit();
  }

  #settingsIn(values: FormValues): GroupSettings {
    const level = values.maybe('level');
    const brought = [...this.#sources()].flatMap(([key, source]) =>
      source === 'sign-in' ? [key] : [],
    );
    return {
      name: values.text('name'),
      kind: values.choice('kind', kinds),
      level: level === null ? null : Number(level),
      members: [...new Set([...values.ticked('member'), ...brought])],
    };
  }
}
