import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { InHand } from '../../queue/in-hand.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';
import { MeMenu } from './me-menu.js';
import { SideWays } from './side-ways.js';

/** Every way that I may go: the queue, the sessions in hand, the other pages, and me. */
@Component({
  selector: 'md-side-nav',
  imports: [Icon, MeMenu, SideWays, RouterLink, RouterLinkActive],
  template: `
    <nav class="side-nav" [attr.aria-label]="words.t('shell.navigation')">
      <a
        class="side-link"
        routerLink="/queue"
        routerLinkActive="on"
        ariaCurrentWhenActive="page"
        data-first
      >
        <md-icon name="inbox" /><span>{{ words.t('queue.title') }}</span>
        <b class="num">{{ inHand.total() }}</b>
      </a>
      @if (inHand.rows().length > 0) {
        <h2 class="side-head">{{ words.t('shell.inHand') }}</h2>
        <ul class="side-list">
          @for (row of inHand.rows(); track row.id) {
            <li>
              <a class="side-link" [routerLink]="['/sessions', row.id]" [title]="row.subject">
                <span class="dot" [class]="row.state" aria-hidden="true"></span>
                <span class="clip">{{ row.requester.name }}</span>
                <span class="visually-hidden">{{ words.state(row.state) }}</span>
              </a>
            </li>
          }
        </ul>
      }
      <md-side-ways />
    </nav>
    <md-me-menu />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SideNav {
  readonly words = inject(Words);
  readonly inHand = inject(InHand);
}
