import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Actor } from '../../desk/contract.js';
import { fullInstantText, instantText } from '../../words/spans.js';
import { Words } from '../../words/words.js';
import { type Versioned, standings } from './sla-versions.js';

type Version = Versioned & { readonly madeBy: Actor };

/** Every version of a calendar or a policy: since when it counts, and who made it. Choosing one shows it. */
@Component({
  selector: 'md-version-list',
  template: `
    <h3>{{ words.t('sla.versions') }}</h3>
    <ul class="held-list">
      @for (one of shown(); track one.version) {
        <li>
          <button
            class="btn slim"
            type="button"
            [attr.aria-pressed]="one.version === chosen()"
            (click)="chose.emit(one.version)"
          >
            {{ one.version }}
          </button>
          <span class="small" [title]="one.full">{{ one.from }}</span>
          <span class="spread"></span>
          @if (one.by) {
            <span class="small faint clip">{{ one.by }}</span>
          }
          <span class="tag">{{ words.t(one.words) }}</span>
        </li>
      }
    </ul>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VersionList {
  readonly words = inject(Words);
  readonly versions = input.required<readonly Version[]>();
  /** The number of the version that is shown. */
  readonly chosen = input.required<number>();
  readonly chose = output<number>();
  readonly shown = computed(() =>
    standings(this.versions(), Date.now()).map(({ version, countsFrom, standing, madeBy }) => ({
      version,
      words: `sla.standing.${standing}` as const,
      by: madeBy.person?.name ?? '',
      from: this.words.t('sla.from', { at: this.#text(countsFrom, instantText) }),
      full: fullInstantText(Date.parse(countsFrom), this.words.locale()),
    })),
  );

  #text(instant: string, as: typeof instantText): string {
    return as(Date.parse(instant), Date.now(), this.words.locale());
  }
}
