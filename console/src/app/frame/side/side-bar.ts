import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NoticeInbox } from '../../notices/notice-inbox.js';
import { Dialogs } from '../../shell/dialogs/dialogs.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';
import { matches } from './matches.js';
import { SideDrawer } from './side-drawer.js';
import { SideNav } from './side-nav.js';

/** The way around: beside the page, or where that is small, behind a button above it. */
@Component({
  selector: 'md-side-bar',
  imports: [Icon, RouterLink, SideDrawer, SideNav],
  template: `
    @if (isSmall()) {
      <header class="top-bar">
        <button
          class="btn quiet square"
          type="button"
          aria-haspopup="dialog"
          aria-controls="side-drawer"
          [attr.aria-expanded]="open()"
          (click)="open.set(true)"
        >
          <md-icon name="menu" /><span class="visually-hidden">{{ words.t('shell.menu') }}</span>
        </button>
        <a class="brand" routerLink="/queue/mine">Mayday</a>
        <span class="spread"></span>
        <button class="btn quiet square" type="button" (click)="dialogs.show({ kind: 'palette' })">
          <md-icon name="search" /><span class="visually-hidden">{{
            words.t('palette.open')
          }}</span>
        </button>
        <a class="btn quiet square top-bell" routerLink="/notices">
          <md-icon name="bell" /><span class="visually-hidden">{{ words.t('notices.title') }}</span>
          @if (inbox.unread() > 0) {
            <b class="badge num">{{ inbox.unread() }}</b>
          }
        </a>
      </header>
      @if (open()) {
        <md-side-drawer (closed)="open.set(false)" />
      }
    } @else {
      <div class="side">
        <a class="brand" routerLink="/queue/mine">Mayday</a>
        <md-side-nav />
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SideBar {
  readonly words = inject(Words);
  readonly dialogs = inject(Dialogs);
  readonly inbox = inject(NoticeInbox);
  readonly isSmall = matches('(width < 1100px)');
  readonly open = signal(false);
}
