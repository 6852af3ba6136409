import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
} from '@angular/core';
import { asProblem } from '../desk/desk-problem.js';
import { PageAddress } from '../narrow/page-address.js';
import { Icon } from '../shell/icon.js';
import { PageHead } from '../shell/page-head.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { SlaApi } from '../sla/sla-api.js';
import { FaultWords } from '../words/fault-words.js';
import { Words } from '../words/words.js';
import { BehindFigure } from './behind-figure.js';
import { keepFigure, keptFigure } from './kept-figure.js';
import type { PressedFigure } from './pressed-figure.js';
import { type ReportAsk, askIn, queryOf } from './report-ask.js';
import { ReportAsks } from './report-asks.js';
import { ReportFrame } from './report-frame.js';
import { ReportPaper } from './report-paper.js';
import { ReportPlots } from './report-plots.js';
import { ReportTables } from './report-tables.js';

/** Promises kept and missed, durations and plots over a period; every figure opens its sessions. */
@Component({
  selector: 'md-reports-page',
  imports: [
    BehindFigure,
    Icon,
    PageHead,
    ProblemAlert,
    ReportAsks,
    ReportFrame,
    ReportPaper,
    ReportPlots,
    ReportTables,
  ],
  templateUrl: './reports-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportsPage {
  readonly words = inject(Words);
  readonly faultWords = inject(FaultWords);
  readonly #api = inject(SlaApi);
  readonly #address = inject(PageAddress);

  readonly from = input<string>();
  readonly to = input<string>();
  readonly by = input<string>();
  readonly channel = input<string>();
  readonly priority = input<string>();

  readonly ask = computed(() =>
    askIn(
      {
        from: this.from(),
        to: this.to(),
        by: this.by(),
        channel: this.channel(),
        priority: this.priority(),
      },
      new Date(),
    ),
  );
  readonly query = computed(() => queryOf(this.ask()));
  readonly found = resource({
    params: () => this.query(),
    loader: ({ params }) => this.#api.report(params),
  });
  readonly report = computed(() => (this.found.hasValue() ? this.found.value() : null));
  readonly problem = computed(() => {
    const thrown = this.found.error();
    return thrown ? asProblem(thrown) : null;
  });
  /** What is open; a figure of one report says nothing of another. */
  readonly pressed = linkedSignal<unknown, PressedFigure | null>({
    source: this.query,
    computation: (_, previous) => (previous ? null : keptFigure()),
  });
  readonly behind = computed(() => {
    const [figure, query] = [this.pressed(), this.query()];
    return figure && query ? { figure, query } : null;
  });
  #opener: Element | null = null;

  narrow(queryParams: Partial<ReportAsk>): void {
    this.#address.narrow(queryParams);
  }

  open(figure: PressedFigure): void {
    this.#opener = document.activeElement;
    this.pressed.set(figure);
    keepFigure(figure);
  }

  /** Goes back to the figure that was pressed. */
  close(): void {
    this.pressed.set(null);
    keepFigure(null);
    if (this.#opener instanceof HTMLElement || this.#opener instanceof SVGElement) {
      this.#opener.focus();
    }
  }

  /** The same report as a file. */
  file(kind: 'csv' | 'xlsx'): string {
    return `/api/reports/sla/${kind}?${new URLSearchParams(this.query()).toString()}`;
  }

  print(): void {
    globalThis.print();
  }
}
