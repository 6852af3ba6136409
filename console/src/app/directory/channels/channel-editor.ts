import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { consentScopes } from '../../../../../workflows/domain/session/vocabulary.js';
import type { ConsentScope, LinkLifetime, ManagedChannel } from '../../desk/contract.js';
import { Control } from '../../form/control.js';
import { FaultsAt } from '../../form/faults-at.js';
import { Field } from '../../form/field.js';
import { FormSending } from '../../form/form-sending.js';
import { FormValues } from '../../form/form-values.js';
import { NameField } from '../../form/name-field.js';
import { NumberField } from '../../form/number-field.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Sends } from '../../form/sends.js';
import { lifetimes, lifetimeText } from '../../invitation/lifetimes.js';
import { Icon } from '../../shell/icon.js';
import { Notices } from '../../shell/notices.js';
import { SecondPress } from '../../shell/second-press.js';
import { Words } from '../../words/words.js';
import { type ChannelSettings, DirectoryApi } from '../directory-api.js';

/** Sets a channel up: what it is, how long things last in it, what its users may be asked for. */
@Component({
  selector: 'md-channel-editor',
  imports: [
    Control,
    FaultsAt,
    Field,
    Icon,
    NameField,
    NumberField,
    SecondPress,
    SendingProblem,
    Sends,
  ],
  templateUrl: './channel-editor.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChannelEditor {
  readonly words = inject(Words);
  readonly #api = inject(DirectoryApi);
  readonly #notices = inject(Notices);
  readonly channel = input.required<ManagedChannel | null>();
  /** Where its open sessions can go when it is deleted. */
  readonly others = input.required<readonly ManagedChannel[]>();
  readonly saved = output<string>();
  readonly gone = output();

  readonly scopes = consentScopes;
  readonly lifetimes = lifetimes;
  readonly sending = new FormSending();
  readonly deleting = signal(false);

  mayConfigure(): boolean {
    return this.channel()?.abilities.includes('configure') ?? true;
  }

  scopeText(scope: ConsentScope): string {
    return this.words.t(`scope.${scope}`);
  }

  lifetimeName(minutes: LinkLifetime): string {
    return lifetimeText(minutes, this.words);
  }

  askable(scope: ConsentScope): boolean {
    return this.channel()?.askableScopes.includes(scope) ?? true;
  }

  async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const body = settingsIn(new FormValues(event.target));
    let key = '';
    const done = await this.sending.send(async (once) => {
      ({ key } = await this.#api.saveChannel(this.channel()?.key ?? null, body, once));
    });
    if (!done) return;
    this.#notices.done(this.words.t('directory.saved'));
    this.saved.emit(key);
  }

  async makeDefault({ key }: ManagedChannel): Promise<void> {
    if (await this.sending.send(() => this.#api.makeDefault(key))) this.saved.emit(key);
  }

  async delete({ key }: ManagedChannel, to: string): Promise<void> {
    let moved = 0;
    const done = await this.sending.send(async () => {
      ({ moved } = await this.#api.deleteChannel(key, to));
    });
    this.deleting.set(false);
    if (!done) return;
    this.#notices.done(this.words.count('channels.deleted', moved));
    this.gone.emit();
  }
}

function settingsIn(values: FormValues): ChannelSettings {
  const minutes = values.number('linkLifetime');
  const ticked = values.ticked('scope');
  return {
    name: values.text('name'),
    department: values.maybe('department'),
    description: values.maybe('description'),
    linkLifetimeMinutes: lifetimes.find((one) => one === minutes) ?? 480,
    codeLifetimeMinutes: values.number('codeLifetime'),
    reopenWindowHours: values.number('reopenWindow'),
    reconnectGraceSeconds: values.number('reconnectGrace'),
    consentTimeoutSeconds: values.number('consentTimeout'),
    askableScopes: consentScopes.filter((scope) => scope === 'view' || ticked.includes(scope)),
  };
}
