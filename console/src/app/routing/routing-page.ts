import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MyDesk } from '../desk/my-desk.js';
import { Notices } from '../shell/notices.js';
import { PageHead } from '../shell/page-head.js';
import { type PagePart, PartTabs } from '../shell/part-tabs.js';
import { Words } from '../words/words.js';
import { ChannelView } from './channel-view.js';
import { RoutingNames } from './routing-names.js';
import { RulesView } from './rules-view.js';
import { TrialView } from './trial-view.js';

/** Who is asked first, where requests go, and a way to try both. */
@Component({
  selector: 'md-routing-page',
  imports: [ChannelView, PageHead, PartTabs, RulesView, TrialView],
  template: `
    <main class="desk-page routing-page">
      <md-page-head [heading]="words.t('routing.title')" />
      <md-part-tabs base="/routing" [label]="words.t('routing.title')" [parts]="parts()" />
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
  `,
  providers: [RoutingNames],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoutingPage {
  readonly words = inject(Words);
  readonly #desk = inject(MyDesk);
  readonly part = input<string>('channels');
  /** The rules are the desk's own. */
  readonly parts = computed<readonly PagePart[]>(() => [
    { path: 'channels', words: 'routing.channels' },
    ...(this.#desk.mayAtDesk('channel.configure')
      ? ([{ path: 'rules', words: 'routing.rules' }] as const)
      : []),
    { path: 'try', words: 'routing.try' },
  ]);

  constructor() {
    const notices = inject(Notices);
    inject(RoutingNames)
      .load()
      .catch((thrown: unknown) => {
        notices.problem(thrown);
      });
  }
}
