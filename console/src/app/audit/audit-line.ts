import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuditEntry } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { Icon } from '../shell/icon.js';
import { Words } from '../words/words.js';
import { AuditProofOf } from './audit-proof.js';
import { AuditWords } from './audit-words.js';

/** An entry of the log: a line that opens into everything it says and how it is held. */
@Component({
  selector: 'md-audit-line',
  imports: [AuditProofOf, Icon, RouterLink],
  templateUrl: './audit-line.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditLine {
  readonly words = inject(Words);
  readonly audit = inject(AuditWords);
  readonly entry = input.required<AuditEntry>();
  readonly open = signal(false);
  readonly #desk = inject(MyDesk);
  readonly mayProve = () => this.#desk.mayAtDesk('audit.export');

  /** Where it came from: an address, null if that was erased, undefined if none was noted. */
  readonly from = computed(() => this.entry().texts['from']);
  readonly texts = computed(() =>
    Object.entries(this.entry().texts).filter(([name]) => name !== 'from'),
  );
  readonly facts = computed(() =>
    Object.entries(this.entry().data).map(([name, value]) => ({ name, value: asText(value) })),
  );
  /** The queries that find what belongs to it. */
  readonly sameSubject = computed(() => {
    const { subjectKind, subjectKey } = this.entry();
    return { subjectKind, subject: subjectKey };
  });
  readonly samePerson = computed(() => {
    const { kind, key } = this.entry().actor;
    return kind === 'technician' ? { technician: key } : null;
  });
  readonly rule = computed(() => {
    const { kind, rule } = this.entry().actor;
    return kind === 'desk' ? String(rule) : null;
  });
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
