import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MyDesk } from '../desk/my-desk.js';
import { PersonField } from '../people/person-field.js';
import { Icon } from '../shell/icon.js';
import { Words } from '../words/words.js';
import { type AuditField, type AuditFilter, instantAt, localTime } from './audit-filter.js';
import { auditKinds, subjectKinds } from '../../../../workflows/domain/audit/audit-kinds.js';
import { AuditWords } from './audit-words.js';

/** A field of the filter and what it is narrowed to; null lets it go. */
export type Narrowed = Readonly<Partial<Record<AuditField, string | null>>>;

const typingPause = 250;

/** The fields by which the log is narrowed. */
@Component({
  selector: 'md-audit-filters',
  imports: [Icon, PersonField],
  templateUrl: './audit-filters.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditFilters {
  readonly words = inject(Words);
  readonly audit = inject(AuditWords);
  readonly desk = inject(MyDesk);
  readonly filter = input.required<AuditFilter>();
  readonly narrowed = output<Narrowed>();

  readonly kinds = auditKinds;
  readonly subjects = subjectKinds;
  readonly localTime = localTime;
  #typing: ReturnType<typeof setTimeout> | undefined;

  narrow(field: AuditField, value: string): void {
    this.narrowed.emit({ [field]: value.trim() || null });
  }

  narrowTime(field: 'from' | 'to', local: string): void {
    this.narrow(field, instantAt(local));
  }

  type(text: string): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.narrow('text', text);
    }, typingPause);
  }
}
