import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { MyDesk } from '../desk/my-desk.js';
import { askedIn } from '../narrow/asked-in.js';
import { PageAddress } from '../narrow/page-address.js';
import { Icon } from '../shell/icon.js';
import { PageHead } from '../shell/page-head.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Words } from '../words/words.js';
import { auditFields } from './audit-filter.js';
import { AuditFilters, type Narrowed } from './audit-filters.js';
import { AuditHead } from './audit-head.js';
import { AuditLine } from './audit-line.js';
import { AuditStore } from './audit-store.js';
import { AuditVerified } from './audit-verified.js';

/** The audit log, narrowed by what stands in the address. */
@Component({
  selector: 'md-audit-page',
  imports: [AuditFilters, AuditHead, AuditLine, AuditVerified, Icon, PageHead, ProblemAlert],
  templateUrl: './audit-page.html',
  providers: [AuditStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  readonly words = inject(Words);
  readonly store = inject(AuditStore);
  readonly #address = inject(PageAddress);

  readonly technician = input<string>();
  readonly kind = input<string>();
  readonly subjectKind = input<string>();
  readonly subject = input<string>();
  readonly channel = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly text = input<string>();

  readonly filter = computed(() =>
    askedIn(auditFields, {
      technician: this.technician(),
      kind: this.kind(),
      subjectKind: this.subjectKind(),
      subject: this.subject(),
      channel: this.channel(),
      from: this.from(),
      to: this.to(),
      text: this.text(),
    }),
  );
  readonly filtered = computed(() => Object.keys(this.filter()).length > 0);
  readonly #desk = inject(MyDesk);
  readonly mayExport = () => this.#desk.mayAtDesk('audit.export');
  /** The period that is shown, with its proofs, to be taken away. */
  readonly bundle = computed(() => {
    const { from, to } = this.filter();
    const query = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}) });
    return `/api/audit/bundle?${query.toString()}`;
  });
  readonly entries = this.store.entries;

  constructor() {
    effect(() => {
      const filter = this.filter();
      untracked(() => void this.store.show(filter));
    });
  }

  narrow(queryParams: Narrowed): void {
    this.#address.narrow(queryParams);
  }

  clear(): void {
    this.narrow(Object.fromEntries(auditFields.map((field) => [field, null])));
  }
}
