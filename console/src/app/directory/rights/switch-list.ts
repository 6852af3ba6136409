import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import type { HeldSwitch, HolderKind } from '../../desk/contract.js';
import { FormSending } from '../../form/form-sending.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { PolicyWords } from '../../words/policy-words.js';
import { Words } from '../../words/words.js';
import { DirectoryApi, type RoleHolder, type SwitchSetting } from '../directory-api.js';

const settings = ['default', 'on', 'off'] as const;

/** What is switched on or off for a technician or a group, whatever their roles say. */
@Component({
  selector: 'md-switch-list',
  imports: [SendingProblem],
  template: `
    <details>
      <summary>{{ words.t('switches.title') }}</summary>
      <p class="small muted">{{ words.t('switches.lead') }}</p>
      <md-sending-problem [sending]="sending" />
      <ul class="held-list">
        @for (one of switches(); track one.action) {
          <li>
            <span class="clip">{{ policyWords.action(one.action) }}</span>
            <span class="spread"></span>
            <select
              class="input slim"
              [attr.aria-label]="policyWords.action(one.action)"
              (change)="set(one.action, $event)"
            >
              @for (setting of settings; track setting) {
                <option [value]="setting" [selected]="setting === one.setting">
                  {{ settingText(setting) }}
                </option>
              }
            </select>
          </li>
        }
      </ul>
    </details>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SwitchList {
  readonly words = inject(Words);
  readonly policyWords = inject(PolicyWords);
  readonly #api = inject(DirectoryApi);
  readonly kind = input.required<HolderKind>();
  readonly holder = input.required<string>();
  readonly settings = settings;
  readonly sending = new FormSending();
  readonly switches = signal<readonly HeldSwitch[]>([]);

  constructor() {
    effect(() => {
      const holder = { kind: this.kind(), holder: this.holder() };
      untracked(() => void this.#read(holder));
    });
  }

  settingText(setting: SwitchSetting): string {
    return this.words.t(`switches.${setting}`);
  }

  async set(action: string, { target }: Event): Promise<void> {
    if (!(target instanceof HTMLSelectElement)) return;
    const setting = settings.find((one) => one === target.value) ?? 'default';
    const holder = { kind: this.kind(), holder: this.holder() };
    const done = await this.sending.send(async () => {
      this.switches.set(await this.#api.setSwitch(holder, action, setting));
    });
    const held = this.switches().find((one) => one.action === action)?.setting;
    // What was refused is shown as it still is.
    if (!done && held) target.value = held;
  }

  async #read(holder: RoleHolder): Promise<void> {
    await this.sending.send(async () => {
      this.switches.set(await this.#api.switches(holder));
    });
  }
}
