import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { MyDesk } from '../desk/my-desk.js';
import { SideBar } from '../shell/side-bar.js';
import { Words } from '../words/words.js';
import { ChangesView } from './changes-view.js';
import { FilesView } from './files-view.js';
import { MatrixView } from './matrix-view.js';

/** Who can do what, the files that say so, and how they are changed. */
@Component({
  selector: 'md-policy-page',
  imports: [ChangesView, FilesView, MatrixView, RouterLink, RouterLinkActive, SideBar],
  template: `
    <div class="frame">
      <a class="skip" href="#policy-part">{{ words.t('shell.skip') }}</a>
      <md-side-bar />
      <main class="policy-page">
        <header class="page-head">
          <h1>{{ words.t('policy.title') }}</h1>
        </header>
        <nav class="policy-tabs" [attr.aria-label]="words.t('policy.title')">
          @for (one of parts(); track one) {
            <a
              class="btn slim quiet"
              [routerLink]="['/policy', one]"
              routerLinkActive="on"
              ariaCurrentWhenActive="page"
              >{{ words.t(titles[one]) }}</a
            >
          }
        </nav>
        <div id="policy-part" tabindex="-1">
          @switch (part()) {
            @case ('files') {
              <md-policy-files />
            }
            @case ('changes') {
              <md-policy-changes />
            }
            @default {
              <md-policy-matrix />
            }
          }
        </div>
      </main>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PolicyPage {
  readonly words = inject(Words);
  readonly #desk = inject(MyDesk);
  readonly part = input<string>('who');
  readonly titles = {
    who: 'policy.who',
    files: 'policy.files',
    changes: 'policy.changes',
  } as const;
  /** Proposals and history are read at the desk itself. */
  readonly parts = computed<readonly (keyof typeof this.titles)[]>(() =>
    this.#desk.mayAtDesk('policy.read') ? ['who', 'files', 'changes'] : ['who', 'files'],
  );

  constructor() {
    inject(Title).setTitle(`${this.words.t('policy.title')} · Mayday`);
  }
}
