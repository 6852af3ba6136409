import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { HeldRole, ManagedTechnician } from '../../desk/contract.js';
import { MyDesk } from '../../desk/my-desk.js';
import { Face } from '../../shell/face.js';
import { Words } from '../../words/words.js';

/** Somebody of the staff in a line: whether they can be given work, and the roles of their own. */
@Component({
  selector: 'md-technician-row',
  imports: [Face],
  template: `
    <md-face [person]="technician().person" />
    <span class="manage-name">
      <b class="clip">{{ technician().person.name }}</b>
      <span class="small muted clip">{{ aside() }}</span>
    </span>
    <span class="spread"></span>
    <span class="tags">
      @for (role of technician().roles; track role.role + role.channel) {
        <span class="tag wide-only">{{ roleText(role) }}</span>
      }
      @if (technician().disabled) {
        <span class="tag late">{{ words.t('technicians.disabled') }}</span>
      } @else if (technician().availability === 'away') {
        <span class="tag warn">{{ words.t('availability.away') }}</span>
      }
    </span>
    <span class="small faint num" [title]="words.t('technicians.load')">
      {{ technician().openSessions }}/{{ technician().capacity }}
      <span class="visually-hidden">{{ words.t('technicians.load') }}</span>
    </span>
    <span
      class="dot"
      [class.ready]="technician().signedIn"
      [title]="words.t(technician().signedIn ? 'technicians.here' : 'technicians.notHere')"
    ></span>
  `,
  host: { class: 'manage-line' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TechnicianRow {
  readonly words = inject(Words);
  readonly #desk = inject(MyDesk);
  readonly technician = input.required<ManagedTechnician>();

  aside(): string {
    const { address, skills, languages } = this.technician();
    return [address, ...skills, ...languages].filter((part) => part !== null).join(' · ');
  }

  roleText({ role, channel }: HeldRole): string {
    const name = this.words.t(`directory.role.${role}`);
    return channel === null ? name : `${name} · ${this.#desk.channelName(channel)}`;
  }
}
