import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { SlaReport } from '../desk/contract.js';
import { Words } from '../words/words.js';
import { PressableMark } from './pressable-mark.js';
import { backlogPaths, hourCells, plane, waitingBars, weekBars } from './plots.js';
import type { PressedFigure } from './pressed-figure.js';
import { ReportWords } from './report-words.js';

/** The plots of a report; each bar, cell and point opens its sessions. */
@Component({
  selector: 'md-report-plots',
  imports: [PressableMark],
  templateUrl: './report-plots.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportPlots {
  readonly words = inject(Words);
  readonly told = inject(ReportWords);
  readonly report = input.required<SlaReport>();
  readonly pressed = output<PressedFigure>();
  readonly plane = plane;
  readonly weekdays = [1, 2, 3, 4, 5, 6, 7];

  readonly weeks = computed(() => {
    const { all, weeks } = this.report();
    return all.clocks.map(({ name }) => ({ name, bars: weekBars(weeks, name) }));
  });
  readonly cells = computed(() => hourCells(this.report().hours));
  readonly waiting = computed(() => waitingBars(this.report().hours));
  readonly longestWait = computed(() => Math.max(0, ...this.waiting().map(({ value }) => value)));
  readonly backlog = computed(() => backlogPaths(this.report().days));
  readonly time = computed(() => {
    const { handling, holds } = this.report();
    const rows = [
      ...handling.map(({ key, totalMs, sessions }) => ({
        ...{ totalMs, sessions, query: { handledBy: key } },
        label: this.words.t('reports.handled', { who: this.told.name(key) }),
      })),
      ...holds.map(({ key, totalMs, sessions }) => ({
        ...{ totalMs, sessions, label: this.told.hold(key), query: this.#held(key) },
      })),
    ];
    const most = Math.max(1, ...rows.map(({ totalMs }) => totalMs));
    return rows.map((row) => ({ ...row, share: (100 * row.totalMs) / most }));
  });

  press(figure: string, query: PressedFigure['query']): void {
    this.pressed.emit({ figure, query });
  }

  #held(key: string): PressedFigure['query'] {
    const held = reasons.find((reason) => reason === key);
    return held ? { held } : {};
  }
}

const reasons = ['waiting-user', 'waiting-third-party', 'waiting-change', 'scheduled'] as const;
