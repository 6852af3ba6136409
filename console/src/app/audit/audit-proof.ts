import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { AuditEntry, AuditProof } from '../desk/contract.js';
import { FormSending } from '../form/form-sending.js';
import { Icon } from '../shell/icon.js';
import { Words } from '../words/words.js';
import { AuditApi } from './audit-api.js';
import { AuditWords } from './audit-words.js';

/** The proof that an entry is in the log, to be taken to where nobody has to believe the desk. */
@Component({
  selector: 'md-audit-proof',
  imports: [Icon],
  template: `
    @if (proof(); as shown) {
      <p class="card-head">
        <md-icon name="shield-check" />
        <span>{{ words.count('audit.proof.path', hashes()) }}</span>
        <span class="muted">{{ words.t('audit.proof.head', head()) }}</span>
        <a class="btn slim" [href]="file()" [download]="'proof-' + entry().id + '.json'">
          <md-icon name="download" />{{ words.t('audit.proof.take') }}
        </a>
        <a class="btn slim quiet" href="/api/audit/verifier" download="verify.mjs">{{
          words.t('audit.proof.verifier')
        }}</a>
      </p>
      <code class="small muted">node verify.mjs proof-{{ entry().id }}.json --key KEY.pem</code>
    } @else {
      <button class="btn slim" type="button" [disabled]="sending.busy()" (click)="prove()">
        <md-icon name="shield-check" />{{ words.t('audit.prove') }}
      </button>
    }
    @if (sending.sentence(); as said) {
      <p class="alert" role="alert"><md-icon name="circle-alert" />{{ said }}</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditProofOf {
  readonly words = inject(Words);
  readonly #audit = inject(AuditWords);
  readonly #api = inject(AuditApi);
  readonly sending = new FormSending();
  readonly entry = input.required<AuditEntry>();
  readonly proof = signal<AuditProof | null>(null);

  readonly hashes = computed(() => {
    const path: unknown = this.proof()?.inclusion?.['path'];
    return Array.isArray(path) ? path.length : 0;
  });
  readonly head = computed(() => {
    const { size = 0, at = '' } = this.proof()?.heads.at(-1) ?? {};
    return { size: Number(size), at: this.#audit.when(String(at)) };
  });
  readonly file = computed(
    () => `data:application/json,${encodeURIComponent(JSON.stringify(this.proof()))}`,
  );

  async prove(): Promise<void> {
    await this.sending.send(async () => {
      this.proof.set(await this.#api.proof(this.entry().id));
    });
  }
}
