import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { AuditState } from '../desk/contract.js';
import { Icon } from '../shell/icon.js';
import { Words } from '../words/words.js';
import { AuditWords } from './audit-words.js';

/** How far the signed log reaches: what an auditor compares with a checkpoint that they kept. */
@Component({
  selector: 'md-audit-head',
  imports: [Icon],
  template: `
    <p class="card card-head audit-head">
      <md-icon [name]="state().signedAt === null ? 'loader' : 'lock'" />
      <b>{{ words.count('audit.size', state().size) }}</b>
      @if (state().signedAt; as at) {
        <span>{{ words.t('audit.headSigned', { at: audit.when(at) }) }}</span>
      } @else {
        <span>{{ words.t('audit.neverSigned') }}</span>
      }
      <span class="muted">{{
        state().unsealed === 0
          ? words.t('audit.allSealed')
          : words.count('audit.waiting', state().unsealed)
      }}</span>
      @if (state().root; as root) {
        <code class="small muted" [title]="words.t('audit.root')">{{ root }}</code>
      }
    </p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditHead {
  readonly words = inject(Words);
  readonly audit = inject(AuditWords);
  readonly state = input.required<AuditState>();
}
