import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import type { DeskProblem } from '../desk/desk-problem.js';
import { Icon } from '../shell/icon.js';
import { SideBar } from '../shell/side-bar.js';
import { ProblemWords } from '../words/problem-words.js';
import { Words } from '../words/words.js';

/** A page of those who manage: a heading with its buttons, the list, and beside it what is open of it. */
@Component({
  selector: 'md-manage-frame',
  imports: [Icon, SideBar],
  template: `
    <div class="frame">
      <a class="skip" href="#manage-list">{{ words.t('shell.skip') }}</a>
      <md-side-bar />
      <main class="desk-page manage-page" [class.open]="open()">
        <header class="page-head">
          <h1>{{ heading() }}</h1>
          <span class="spread"></span>
          <ng-content select="[actions]" />
        </header>
        <p class="page-lead">{{ lead() }}</p>
        @if (sentence(); as said) {
          <p class="alert" role="alert"><md-icon name="circle-alert" />{{ said }}</p>
        }
        <div class="manage-body">
          <section id="manage-list" class="manage-list" tabindex="-1" [attr.aria-label]="heading()">
            <ng-content />
          </section>
          <ng-content select="[panel]" />
        </div>
      </main>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ManageFrame {
  readonly words = inject(Words);
  readonly #problemWords = inject(ProblemWords);
  readonly heading = input.required<string>();
  readonly lead = input.required<string>();
  readonly problem = input<DeskProblem | null>(null);
  /** Whether something of the list is open beside it. */
  readonly open = input(false);
  readonly sentence = computed(() => {
    const problem = this.problem();
    return problem && this.#problemWords.sentence(problem);
  });

  constructor() {
    const title = inject(Title);
    effect(() => {
      title.setTitle(`${this.heading()} · Mayday`);
    });
  }
}
