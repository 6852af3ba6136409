import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
} from '@angular/core';
import { MyDesk } from '../desk/my-desk.js';
import { PageHead } from '../shell/page-head.js';
import { type PagePart, PartTabs } from '../shell/part-tabs.js';
import { Words } from '../words/words.js';
import { ChangesView } from './changes-view.js';
import { FilesView } from './files-view.js';
import { MatrixView } from './matrix-view.js';
import { PolicyNow } from './policy-now.js';
import { PolicyState } from './policy-state.js';

/** Who can do what, the files that say so, and how they are changed. */
@Component({
  selector: 'md-policy-page',
  imports: [ChangesView, FilesView, MatrixView, PageHead, PartTabs, PolicyState],
  template: `
    <main class="desk-page policy-page">
      <md-page-head [heading]="words.t('policy.title')" />
      <md-part-tabs base="/policy" [label]="words.t('policy.title')" [parts]="parts()" />
      <md-policy-state />
      <div>
        @switch (part()) {
          @case ('files') {
            <md-policy-files />
          }
          @case ('changes') {
            <md-policy-changes [proposal]="proposal()" />
          }
          @default {
            <md-policy-matrix />
          }
        }
      </div>
    </main>
  `,
  providers: [PolicyNow],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PolicyPage {
  readonly words = inject(Words);
  readonly #desk = inject(MyDesk);
  readonly part = input<string>('who');
  /** The change that is to be shown among the others. */
  readonly proposal = input<string>();
  /** Proposals and history are read at the desk itself. */
  readonly parts = computed<readonly PagePart[]>(() => [
    { path: 'who', words: 'policy.who' },
    { path: 'files', words: 'policy.files' },
    ...(this.#desk.mayAtDesk('policy.read')
      ? ([{ path: 'changes', words: 'policy.changes' }] as const)
      : []),
  ]);

  constructor() {
    inject(PolicyNow).begin(inject(DestroyRef));
  }
}
