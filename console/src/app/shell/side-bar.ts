import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { InHand } from '../queue/in-hand.js';
import { Words } from '../words/words.js';
import { Icon } from './icon.js';
import { MeMenu } from './me-menu.js';
import { SideWays } from './side-ways.js';

/** The way around: the queue, the sessions in hand, and me. */
@Component({
  selector: 'md-side-bar',
  imports: [Icon, MeMenu, SideWays, RouterLink, RouterLinkActive],
  template: `
    <nav class="side" [attr.aria-label]="words.t('shell.navigation')">
      <a class="brand" routerLink="/queue/mine">Mayday</a>
      <a class="side-link" routerLink="/queue" routerLinkActive="on">
        <md-icon name="inbox" /><span>{{ words.t('queue.title') }}</span>
        <b class="num">{{ inHand.total() }}</b>
      </a>
      @if (inHand.rows().length > 0) {
        <h3 class="side-head">{{ words.t('shell.inHand') }}</h3>
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
      <span class="spread"></span>
      <md-me-menu />
    </nav>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SideBar {
  readonly words = inject(Words);
  readonly inHand = inject(InHand);
}
