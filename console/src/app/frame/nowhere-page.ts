import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../shell/icon.js';
import { Words } from '../words/words.js';

/** An address that leads nowhere. */
@Component({
  selector: 'md-nowhere-page',
  imports: [Icon, RouterLink],
  template: `
    <main class="empty">
      <md-icon name="search" />
      <h1>{{ words.t('nowhere.title') }}</h1>
      <p>{{ words.t('nowhere.lead') }}</p>
      <a class="btn primary" routerLink="/queue/mine">{{ words.t('nowhere.back') }}</a>
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NowherePage {
  readonly words = inject(Words);
}
