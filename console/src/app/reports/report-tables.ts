import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { SlaReport } from '../desk/contract.js';
import { Words } from '../words/words.js';
import { FigureButton } from './figure-button.js';
import type { PressedFigure } from './pressed-figure.js';
import { ReportWords } from './report-words.js';

const outcomes = ['kept', 'missed', 'cancelled', 'open', 'notStarted', 'unpromised'] as const;
const outcomeWords = {
  kept: 'reports.kept',
  missed: 'reports.missed',
  cancelled: 'reports.cancelled',
  open: 'reports.open',
  notStarted: 'reports.notStarted',
  unpromised: 'reports.unpromised',
} as const;
const ranks = ['p50', 'p90', 'p95'] as const;
type Clock = SlaReport['all']['clocks'][number];
type Measure = SlaReport['all']['measures'][number];

/** The figures of a report in tables; each opens its sessions. */
@Component({
  selector: 'md-report-tables',
  imports: [FigureButton],
  templateUrl: './report-tables.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportTables {
  readonly words = inject(Words);
  readonly told = inject(ReportWords);
  readonly report = input.required<SlaReport>();
  readonly pressed = output<PressedFigure>();
  readonly outcomes = outcomes;
  readonly outcomeWords = outcomeWords;
  readonly ranks = ranks;
  readonly endings = computed(() => Object.entries(this.report().outcomes));

  promised(clock: Clock, outcome: (typeof outcomes)[number]): PressedFigure {
    const figure = `${this.told.clock(clock.name)}: ${this.words.t(outcomeWords[outcome])}`;
    return { figure, query: { clock: clock.name, outcome } };
  }

  part(key: string | null): PressedFigure {
    const report = this.report();
    return {
      figure: this.told.part(report, report.by, key),
      query: key === null ? { partless: true } : { part: key },
    };
  }

  /** Of a part: what it missed of a clock. */
  missedIn(key: string | null, name: string): PressedFigure {
    const { figure, query } = this.part(key);
    const missed = `${this.told.clock(name)}: ${this.words.t('reports.missed')}`;
    return { figure: `${figure}, ${missed}`, query: { ...query, clock: name, outcome: 'missed' } };
  }

  clockOf(part: { readonly clocks: readonly Clock[] }, name: string): Clock | undefined {
    return part.clocks.find((clock) => clock.name === name);
  }

  fromRank(measure: Measure, rank: (typeof ranks)[number]): PressedFigure {
    const least = measure[rank] ?? 0;
    const name = this.words.t(`reports.measure.${measure.name}.name`);
    const figure = this.words.t('reports.atLeast', { name, span: this.told.span(least) });
    return { figure, query: { measure: measure.name, atLeast: least } };
  }

  having({ name }: Measure, excluded: boolean): PressedFigure {
    const of = this.words.t(excluded ? 'reports.excluded' : 'reports.population');
    const figure = `${this.words.t(`reports.measure.${name}.name`)}: ${of}`;
    return { figure, query: excluded ? { measure: name, excluded } : { measure: name } };
  }

  ending(outcome: string): PressedFigure {
    return { figure: this.told.outcome(outcome), query: { ended: endingOf(outcome) } };
  }

  transferred(): PressedFigure {
    return { figure: this.words.t('reports.transfers'), query: { transferred: true } };
  }

  score(score: number): PressedFigure {
    return { figure: this.words.t('reports.score', { score }), query: { score } };
  }
}

const endings = ['solved', 'unsolved', 'abandoned', 'withdrawn', 'expired', 'open'] as const;

function endingOf(outcome: string): (typeof endings)[number] {
  return endings.find((one) => one === outcome) ?? 'open';
}
