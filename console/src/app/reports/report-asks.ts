import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { priorities } from '../../../../workflows/domain/session/vocabulary.js';
import { MyDesk } from '../desk/my-desk.js';
import { valueOf } from '../form/value-of.js';
import { Words } from '../words/words.js';
import { type ReportAsk, dimensions } from './report-ask.js';
import { daysOf, usualPeriods } from './report-days.js';

/** What a report is asked for: its days, written or as they are usually meant, and over what. */
@Component({
  selector: 'md-report-asks',
  templateUrl: './report-asks.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportAsks {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly ask = input.required<ReportAsk>();
  /** What was changed. */
  readonly asked = output<Partial<ReportAsk>>();
  readonly dimensions = dimensions;
  readonly priorities = priorities;
  readonly periods = computed(() => {
    const { from, to } = this.ask();
    return usualPeriods.map((period) => {
      const days = daysOf(period, new Date());
      return { period, days, chosen: days.from === from && days.to === to };
    });
  });

  change(name: keyof ReportAsk, event: Event): void {
    this.asked.emit({ [name]: valueOf(event) });
  }
}
