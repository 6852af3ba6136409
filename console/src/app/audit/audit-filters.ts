import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { ChannelField } from '../narrow/channel-field.js';
import { InstantField } from '../narrow/instant-field.js';
import { TextField } from '../narrow/text-field.js';
import { PersonField } from '../people/person-field.js';
import { Words } from '../words/words.js';
import type { AuditField, AuditFilter } from './audit-filter.js';
import { auditKinds, subjectKinds } from '../../../../workflows/domain/audit/audit-kinds.js';
import { AuditWords } from './audit-words.js';

/** A field of the filter and what it is narrowed to; null lets it go. */
export type Narrowed = Readonly<Partial<Record<AuditField, string | null>>>;

/** The fields by which the log is narrowed. */
@Component({
  selector: 'md-audit-filters',
  imports: [ChannelField, InstantField, PersonField, TextField],
  templateUrl: './audit-filters.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditFilters {
  readonly words = inject(Words);
  readonly audit = inject(AuditWords);
  readonly filter = input.required<AuditFilter>();
  readonly narrowed = output<Narrowed>();

  readonly kinds = auditKinds;
  readonly subjects = subjectKinds;

  narrow(field: AuditField, value: string): void {
    this.narrowed.emit({ [field]: value.trim() || null });
  }
}
