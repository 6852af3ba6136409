import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  DOCUMENT,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import type { SlaReport } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { Words } from '../words/words.js';
import { ReportWords } from './report-words.js';

/** What a report says on paper alone: whose it is, who made it and when; and on each sheet what that belongs to. */
@Component({
  selector: 'md-report-paper',
  template: `
    <p>
      <b>{{ organisation() }}</b>
    </p>
    <p>{{ made() }}</p>
  `,
  host: { class: 'report-paper' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportPaper {
  readonly #words = inject(Words);
  readonly #told = inject(ReportWords);
  readonly #me = inject(MyDesk).me;
  readonly report = input.required<SlaReport>();
  readonly organisation = computed(() => this.#me()?.organisation ?? '');
  /** When this report came; the report itself does not know, for it would be another each time. */
  readonly #at = linkedSignal({
    source: () => this.report(),
    computation: () => new Date().toISOString(),
  });
  readonly made = computed(() =>
    this.#words.t('reports.made', {
      who: this.#me()?.person.name ?? '',
      at: this.#told.instant(this.#at(), this.report().period.zone),
    }),
  );

  constructor() {
    const { style } = inject(DOCUMENT).documentElement;
    // The margins of a sheet have no elements, and read these.
    effect(() => {
      const of = [this.organisation(), this.#words.t('reports.title')];
      style.setProperty('--paper-head', asCss([...of, this.#told.days(this.report())].join(' · ')));
      const inputs = `${this.#words.t('reports.inputs')}: ${this.report().inputs}`;
      style.setProperty('--paper-foot', asCss(inputs));
    });
    inject(DestroyRef).onDestroy(() => {
      style.removeProperty('--paper-head');
      style.removeProperty('--paper-foot');
    });
  }
}

/** A line of text as a string of CSS. */
function asCss(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}
