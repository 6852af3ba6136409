import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
} from '@angular/core';
import { priorities } from '../../../../workflows/domain/session/vocabulary.js';
import { asProblem } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';
import { People } from '../people/people.js';
import { Icon } from '../shell/icon.js';
import { PageHead } from '../shell/page-head.js';
import { type ReportQuery, SlaApi } from '../sla/sla-api.js';
import { ProblemWords } from '../words/problem-words.js';
import { Words } from '../words/words.js';
import { BehindFigure } from './behind-figure.js';
import type { PressedFigure } from './pressed-figure.js';
import { ReportPlots } from './report-plots.js';
import { ReportTables } from './report-tables.js';
import { ReportWords } from './report-words.js';

const dimensions = ['channel', 'group', 'technician', 'customer', 'priority'] as const;

/** Promises kept and missed, durations and plots over a period; every figure opens its sessions. */
@Component({
  selector: 'md-reports-page',
  imports: [BehindFigure, Icon, PageHead, ReportPlots, ReportTables],
  templateUrl: './reports-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportsPage {
  readonly words = inject(Words);
  readonly told = inject(ReportWords);
  readonly desk = inject(MyDesk);
  readonly #api = inject(SlaApi);
  readonly #problemWords = inject(ProblemWords);
  readonly dimensions = dimensions;
  readonly priorities = priorities;

  readonly from = signal(dayText(-30));
  readonly to = signal(dayText(1));
  readonly by = signal<(typeof dimensions)[number]>('channel');
  readonly channel = signal('');
  readonly priority = signal('');
  readonly pressed = signal<PressedFigure | null>(null);

  readonly query = computed<ReportQuery>(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const priority = priorities.find((one) => one === this.priority());
    return {
      from: new Date(`${this.from()}T00:00`).toISOString(),
      to: new Date(`${this.to()}T00:00`).toISOString(),
      zone,
      by: this.by(),
      ...(this.channel() === '' ? {} : { channel: this.channel() }),
      ...(priority === undefined ? {} : { priority }),
    };
  });
  readonly found = resource({
    params: () => this.query(),
    loader: ({ params }) => this.#api.report(params),
  });
  readonly report = computed(() => (this.found.hasValue() ? this.found.value() : null));
  readonly fault = computed(() => {
    const thrown = this.found.error();
    return thrown ? this.#problemWords.sentence(asProblem(thrown)) : null;
  });

  constructor() {
    void inject(People).load();
  }

  /** The same report as a file. */
  file(kind: 'csv' | 'xlsx'): string {
    return `/api/reports/sla/${kind}?${new URLSearchParams(this.query()).toString()}`;
  }

  print(): void {
    globalThis.print();
  }

  /** The value of a field that was changed. */
  valueOf(event: Event): string {
    const { target } = event;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    return isField ? target.value : '';
  }

  setBy(event: Event): void {
    const chosen = dimensions.find((one) => one === this.valueOf(event));
    if (chosen) this.by.set(chosen);
  }
}

/** A day so many from today, as a field of a form has it. */
function dayText(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
