import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { MyDesk } from '../desk/my-desk.js';
import { Notices } from '../shell/notices.js';
import { SideBar } from '../shell/side-bar.js';
import { Words } from '../words/words.js';
import { ChannelView } from './channel-view.js';
import { RoutingNames } from './routing-names.js';
import { RulesView } from './rules-view.js';
import { TrialView } from './trial-view.js';

/** Who is asked first, where requests go, and a way to try both. */
@Component({
  selector: 'md-routing-page',
  imports: [ChannelView, RouterLink, RouterLinkActive, RulesView, SideBar, TrialView],
  template: `
    <div class="frame">
      <md-side-bar />
      <main class="desk-page routing-page">
        <header class="page-head">
          <h1>{{ words.t('routing.title') }}</h1>
        </header>
        <nav class="routing-tabs" [attr.aria-label]="words.t('routing.title')">
          @for (one of parts(); track one) {
            <a
              class="btn slim quiet"
              [routerLink]="['/routing', one]"
              routerLinkActive="on"
              ariaCurrentWhenActive="page"
              >{{ words.t(titles[one]) }}</a
            >
          }
        </nav>
        @switch (part()) {
          @case ('rules') {
            <md-routing-rules />
          }
          @case ('try') {
            <md-routing-trial />
          }
          @default {
            <md-routing-channel />
          }
        }
      </main>
    </div>
  `,
  providers: [RoutingNames],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoutingPage {
  readonly words = inject(Words);
  readonly #desk = inject(MyDesk);
  readonly part = input<string>('channels');
  readonly titles = {
    channels: 'routing.channels',
    rules: 'routing.rules',
    try: 'routing.try',
  } as const;
  /** The rules are the desk's own. */
  readonly parts = computed<readonly (keyof typeof this.titles)[]>(() =>
    this.#desk.mayAtDesk('channel.configure') ? ['channels', 'rules', 'try'] : ['channels', 'try'],
  );

  constructor() {
    inject(Title).setTitle(`${this.words.t('routing.title')} · Mayday`);
    const notices = inject(Notices);
    inject(RoutingNames)
      .load()
      .catch((thrown: unknown) => {
        notices.problem(thrown);
      });
  }
}
