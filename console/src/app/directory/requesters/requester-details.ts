import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  input,
  output,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Customer, RequesterDetail } from '../../desk/contract.js';
import { Since } from '../../queue/since.js';
import { StateBadge } from '../../queue/state-badge.js';
import { Icon } from '../../shell/icon.js';
import { MyDesk } from '../../desk/my-desk.js';
import { ProblemAlert } from '../../shell/problem-alert.js';
import { Words } from '../../words/words.js';
import { DirectoryApi } from '../directory-api.js';
import { LiveAnswer } from '../../desk/live-answer.js';
import { RequesterEditor } from './requester-editor.js';
import { RequesterErasure } from './requester-erasure.js';

/** Somebody who asks for help: what is known of them, their earlier sessions and their devices. */
@Component({
  selector: 'md-requester-details',
  imports: [Icon, ProblemAlert, RequesterEditor, RequesterErasure, RouterLink, Since, StateBadge],
  template: `
    <md-problem-alert [problem]="detail.problem()" />
    @if (detail.value(); as known) {
      <md-requester-editor
        [requester]="known.requester"
        [customers]="customers()"
        (saved)="saved.emit()"
      />
      <h3>{{ words.t('requesters.sessions') }}</h3>
      <ul class="held-list">
        @for (row of known.sessions; track row.id) {
          <li>
            <a class="clip" [routerLink]="['/sessions', row.id]"
              >#{{ row.number }} {{ row.subject }}</a
            >
            <span class="spread"></span>
            <md-state-badge [row]="row" />
          </li>
        } @empty {
          <li class="muted">{{ words.t('requesters.noSessions') }}</li>
        }
      </ul>
      @if (known.devices.length > 0) {
        <h3>{{ words.t('requesters.devices') }}</h3>
        <ul class="held-list">
          @for (device of known.devices; track $index) {
            <li>
              <md-icon [name]="device.kind === 'browser' ? 'monitor' : 'monitor-smartphone'" />
              <span class="clip">{{ device.host ?? device.system }}</span>
              <span class="spread"></span>
              <span class="small faint"
                ><md-since [from]="device.lastSeenAt" [ended]="true"
              /></span>
            </li>
          }
        </ul>
      }
      @if (desk.mayAtDesk('recording.delete')) {
        <md-requester-erasure [requester]="known.requester.id" (erased)="erased.emit()" />
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequesterDetails {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly #api = inject(DirectoryApi);
  readonly id = input.required<string>();
  readonly customers = input.required<readonly Customer[]>();
  readonly saved = output();
  /** They have been forgotten. */
  readonly erased = output();
  #asked: string | null = null;
  readonly detail = new LiveAnswer<RequesterDetail | null>(
    // The first question comes before it is known of whom; the effect below asks it again.
    async () => (this.#asked === null ? null : this.#api.requester(this.#asked)),
    ['requesters'],
  );

  constructor() {
    effect(() => {
      this.#asked = this.id();
      untracked(() => void this.detail.load());
    });
  }
}
