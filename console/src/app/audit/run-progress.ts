import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { AuditRun } from '../desk/contract.js';
import { Words } from '../words/words.js';

/** How far a run is that somebody asked for. */
@Component({
  selector: 'md-run-progress',
  template: `
    <span class="card-head small muted" role="status">
      {{ words.t(run().state === 'waiting' ? 'run.waits' : 'run.goes') }}
      <progress
        [attr.aria-label]="words.t('run.goes')"
        [attr.max]="run().total"
        [attr.value]="run().total === null ? null : run().done"
      ></progress>
    </span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunProgress {
  readonly words = inject(Words);
  readonly run = input.required<AuditRun>();
}
