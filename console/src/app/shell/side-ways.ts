import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { MyDesk } from '../desk/my-desk.js';
import { NoticeInbox } from '../notices/notice-inbox.js';
import { Words } from '../words/words.js';
import { Icon } from './icon.js';
import { sideGroups } from './side-groups.js';

/** The ways beside the queue, as far as the policy lets me go them. */
@Component({
  selector: 'md-side-ways',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    @for (group of groups(); track group.head) {
      <h2 class="side-head">{{ words.t(group.head) }}</h2>
      <ul class="side-list">
        @for (way of group.ways; track way.path) {
          <li>
            <a
              class="side-link"
              [routerLink]="way.path"
              routerLinkActive="on"
              ariaCurrentWhenActive="page"
            >
              <md-icon [name]="way.icon" /><span class="clip">{{ words.t(way.words) }}</span>
              @if (way.path === '/notices' && inbox.unread() > 0) {
                <b class="num">{{ inbox.unread() }}</b>
              }
            </a>
          </li>
        }
      </ul>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SideWays {
  readonly words = inject(Words);
  readonly inbox = inject(NoticeInbox);
  readonly #desk = inject(MyDesk);
  readonly groups = computed(() =>
    sideGroups
      .map(({ head, ways }) => ({ head, ways: ways.filter(({ may }) => may(this.#desk)) }))
      .filter(({ ways }) => ways.length > 0),
  );
}
