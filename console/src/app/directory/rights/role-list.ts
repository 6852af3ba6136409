import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { HeldRole, HolderKind } from '../../desk/contract.js';
import { MyDesk } from '../../desk/my-desk.js';
import { FormSending } from '../../form/form-sending.js';
import { FormValues } from '../../form/form-values.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';
import { DirectoryApi } from '../directory-api.js';
import { type Role, isChannelRole, roles } from './roles.js';

/** The roles that a technician or a group holds of their own, given and taken; which ones I may, the policy says. */
@Component({
  selector: 'md-role-list',
  imports: [Icon, SendingProblem],
  template: `
    <h3>{{ words.t('directory.roles') }}</h3>
    <md-sending-problem [sending]="sending" />
    <ul class="held-list">
      @for (one of held(); track one.role + one.channel) {
        <li>
          <md-icon name="shield-check" />
          <span>{{ roleText(one.role) }}</span>
          <span class="small muted clip">{{ placeText(one.channel) }}</span>
          <span class="spread"></span>
          @if (one.source === 'sign-in') {
            <span class="small faint">{{ words.t('directory.fromSignIn') }}</span>
          } @else if (mayGive()) {
            <button
              class="btn slim quiet"
              type="button"
              (click)="turn(one.role, one.channel, false)"
            >
              <md-icon name="x" /><span class="visually-hidden"
                >{{ words.t('directory.take') }}: {{ roleText(one.role) }},
                {{ placeText(one.channel) }}</span
              >
            </button>
          }
        </li>
      } @empty {
        <li class="muted">{{ words.t('directory.noRoles') }}</li>
      }
    </ul>
    @if (mayGive()) {
      <form class="give-line" (submit)="give($event)">
        <select
          class="input"
          name="role"
          [attr.aria-label]="words.t('directory.role')"
          (change)="choose($event)"
        >
          @for (role of roles; track role) {
            <option [value]="role">{{ roleText(role) }}</option>
          }
        </select>
        <select
          class="input"
          name="place"
          [disabled]="!inChannel()"
          [attr.aria-label]="words.t('directory.where')"
        >
          <option value="">{{ words.t('directory.desk') }}</option>
          @for (channel of desk.channels(); track channel.key) {
            <option [value]="channel.key">{{ channel.name }}</option>
          }
        </select>
        <button class="btn" [disabled]="sending.busy()">{{ words.t('directory.give') }}</button>
      </form>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoleList {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly #api = inject(DirectoryApi);
  readonly kind = input.required<HolderKind>();
  readonly holder = input.required<string>();
  readonly held = input.required<readonly HeldRole[]>();
  readonly mayGive = input.required<boolean>();
  readonly changed = output();
  readonly roles = roles;
  readonly sending = new FormSending();
  /** Whether the chosen role can be given in a channel alone. */
  readonly inChannel = signal(true);

  roleText(role: Role): string {
    return this.words.t(`directory.role.${role}`);
  }

  placeText(channel: string | null): string {
    if (channel === null) return this.words.t('directory.desk');
    return this.desk.channelName(channel);
  }

  choose({ target }: Event): void {
    if (target instanceof HTMLSelectElement) this.inChannel.set(isChannelRole(target.value));
  }

  async give(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const values = new FormValues(event.target);
    await this.turn(values.choice('role', roles), values.maybe('place'), true);
  }

  async turn(role: Role, channel: string | null, held: boolean): Promise<void> {
    const holder = { kind: this.kind(), holder: this.holder() };
    await this.sending.send(() => this.#api.turnRole(holder, role, channel, held));
    this.changed.emit();
  }
}
