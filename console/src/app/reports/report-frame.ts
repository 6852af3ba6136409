import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { SlaReport } from '../desk/contract.js';
import { Words } from '../words/words.js';
import { ReportWords } from './report-words.js';

/** What a report is of: its days, by whose clock, as of when, over what, and the hash of all that went in; on paper too. */
@Component({
  selector: 'md-report-frame',
  template: `
    <dl class="report-frame small">
      <dt>{{ words.t('reports.period') }}</dt>
      <dd>
        {{ told.days(report()) }}, {{ words.t('reports.byClock', { zone: report().period.zone }) }}
      </dd>
      <dt>{{ words.t('reports.cutoff') }}</dt>
      <dd>
        {{ told.instant(report().period.cutoff, report().period.zone) }}
        @if (unfinished()) {
          · {{ words.t('reports.unfinished') }}
        }
      </dd>
      <dt>{{ words.t('reports.by.channel') }}</dt>
      <dd>{{ words.list(channels()) }}</dd>
      @if (report().filter.priority; as priority) {
        <dt>{{ words.t('reports.priority') }}</dt>
        <dd>{{ told.part(report(), 'priority', priority) }}</dd>
      }
      <dt>{{ words.t('reports.sessions') }}</dt>
      <dd class="num">{{ report().all.sessions.toLocaleString(words.locale()) }}</dd>
      <dt>{{ words.t('reports.inputs') }}</dt>
      <dd>
        <code>{{ report().inputs }}</code><br />
        <span class="faint">{{ words.t('reports.inputs.how') }}</span>
      </dd>
    </dl>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportFrame {
  readonly words = inject(Words);
  readonly told = inject(ReportWords);
  readonly report = input.required<SlaReport>();
  readonly unfinished = computed(() => {
    const { cutoff, to } = this.report().period;
    return Date.parse(cutoff) < Date.parse(to);
  });
  readonly channels = computed(() =>
    this.report().filter.channels.map((key) => this.told.part(this.report(), 'channel', key)),
  );
}
