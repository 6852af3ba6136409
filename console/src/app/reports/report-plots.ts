import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { SlaReport } from '../desk/contract.js';
import { Words } from '../words/words.js';
import { HourGrid } from './hour-grid.js';
import { PressableMark } from './pressable-mark.js';
import { type Cell, type WeekBar, backlogPaths, hourCells, plane, weekBars } from './plots.js';
import type { PressedFigure } from './pressed-figure.js';
import { ReportWords } from './report-words.js';

/** The plots of a report; each bar, cell and point opens its sessions. */
@Component({
  selector: 'md-report-plots',
  imports: [HourGrid, PressableMark],
  templateUrl: './report-plots.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportPlots {
  readonly words = inject(Words);
  readonly told = inject(ReportWords);
  readonly report = input.required<SlaReport>();
  readonly pressed = output<PressedFigure>();
  readonly plane = plane;

  readonly weeks = computed(() => {
    const { all, weeks } = this.report();
    return all.clocks.map(({ name }) => ({ name, bars: weekBars(weeks, name) }));
  });
  readonly arrivals = computed(() => hourCells(this.report().hours, ({ arrivals }) => arrivals));
  readonly waiting = computed(() => hourCells(this.report().hours, ({ waitingMs }) => waitingMs));
  readonly backlog = computed(() => backlogPaths(this.report().days));
  readonly time = computed(() => {
    const report = this.report();
    const { handling, holds } = report;
    const rows = [
      ...handling.map(({ key, totalMs, sessions }) => ({
        ...{ totalMs, sessions, query: { handledBy: key } },
        label: this.words.t('reports.handled', { who: this.told.part(report, 'technician', key) }),
      })),
      ...holds.map(({ key, totalMs, sessions }) => ({
        ...{ totalMs, sessions, label: this.told.hold(key), query: this.#held(key) },
      })),
    ];
    const most = Math.max(1, ...rows.map(({ totalMs }) => totalMs));
    return rows.map((row) => ({ ...row, share: (100 * row.totalMs) / most }));
  });

  readonly sessionsText = (n: number): string => this.words.count('sla.sessions', n);

  mostOf(cells: readonly Cell[]): number {
    return Math.max(0, ...cells.map(({ value }) => value));
  }

  /** A week in a sentence: its share, and of how many. */
  weekText({ week, kept, missed }: WeekBar): string {
    const of = { share: this.told.share(kept, missed), kept, missed };
    return `${this.words.t('reports.week', { from: this.told.day(week) })}: ${this.words.t('reports.weekShare', of)}`;
  }

  press(figure: string, query: PressedFigure['query']): void {
    this.pressed.emit({ figure, query });
  }

  #held(key: string): PressedFigure['query'] {
    const held = reasons.find((reason) => reason === key);
    return held ? { held } : {};
  }
}

const reasons = ['waiting-user', 'waiting-third-party', 'waiting-change', 'scheduled'] as const;
