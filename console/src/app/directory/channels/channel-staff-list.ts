import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import type { ChannelStaff } from '../../desk/contract.js';
import { LiveAnswer } from '../../desk/live-answer.js';
import { FormSending } from '../../form/form-sending.js';
import { FormValues } from '../../form/form-values.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';
import { DirectoryApi, type RoleHolder } from '../directory-api.js';
import { type ChannelRole, channelRoles, isChannelRole } from '../rights/roles.js';

/** Who has which role in a channel, given and taken. */
@Component({
  selector: 'md-channel-staff-list',
  imports: [Icon, SendingProblem],
  templateUrl: './channel-staff-list.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChannelStaffList {
  readonly words = inject(Words);
  readonly #api = inject(DirectoryApi);
  readonly channel = input.required<string>();
  readonly roles = channelRoles;
  readonly isChannelRole = isChannelRole;
  readonly sending = new FormSending();
  #asked: string | null = null;
  readonly staff = new LiveAnswer<readonly ChannelStaff[]>(
    // The first question comes before the channel is known; the effect below asks it again.
    async () => (this.#asked === null ? [] : this.#api.staff(this.#asked)),
    ['technicians', 'groups', 'channels'],
  );
  readonly groups = new LiveAnswer(() => this.#api.groups(), ['groups']);
  readonly technicians = new LiveAnswer(() => this.#api.technicians(), ['technicians']);

  constructor() {
    effect(() => {
      this.#asked = this.channel();
      void this.staff.load();
    });
  }

  roleText(role: ChannelStaff['role']): string {
    return this.words.t(`directory.role.${role}`);
  }

  async give(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const values = new FormValues(event.target);
    const [kind = '', holder = ''] = values.text('holder').split(':');
    const role = values.choice('role', channelRoles);
    await this.#turn({ kind: kind === 'group' ? 'group' : 'technician', holder }, role, true);
  }

  async take({ role, holder }: ChannelStaff): Promise<void> {
    if (!isChannelRole(role)) return;
    await this.#turn({ kind: holder.kind, holder: holder.key }, role, false);
  }

  async #turn(holder: RoleHolder, role: ChannelRole, held: boolean): Promise<void> {
    await this.sending.send(() => this.#api.turnChannelRole(this.channel(), holder, role, held));
    await this.staff.load();
  }
}
