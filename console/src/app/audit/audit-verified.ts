import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import type { AuditRun } from '../desk/contract.js';
import { FormSending } from '../form/form-sending.js';
import { Icon } from '../shell/icon.js';
import { Words } from '../words/words.js';
import { AuditApi } from './audit-api.js';
import { AuditWords } from './audit-words.js';
import { RunProgress } from './run-progress.js';

const lookEveryMs = 2_000;

/** When the desk last verified its log and what it found, and the way to have all of it verified now. */
@Component({
  selector: 'md-audit-verified',
  imports: [Icon, RunProgress],
  template: `
    <div
      class="card card-head audit-head"
      [class.late]="findings().length > 0"
      [class.warn]="shown()?.state === 'failed'"
    >
      @if (shown(); as run) {
        <md-icon [name]="sound() ? 'circle-check' : 'circle-alert'" />
        @if (findings().length > 0) {
          <b role="alert">{{ words.count('audit.verified.found', findings().length) }}</b>
        } @else if (run.state === 'failed') {
          <b>{{ words.t('audit.verified.failed') }}</b>
        } @else {
          <b>{{ words.t('audit.verified.sound', { size: size() }) }}</b>
        }
        <span class="muted">{{ audit.when(run.endedAt ?? run.askedAt) }}</span>
      } @else {
        <span class="muted">{{ words.t('audit.verified.never') }}</span>
      }
      <span class="spread"></span>
      @if (asked(); as run) {
        <md-run-progress [run]="run" />
      } @else {
        <button class="btn slim" type="button" [disabled]="sending.busy()" (click)="verify()">
          {{ words.t('audit.verify') }}
        </button>
      }
    </div>
    @if (findings().length > 0) {
      <div class="card audit-findings">
        <p>{{ words.t('audit.verified.what') }}</p>
        <ul>
          @for (finding of findings(); track finding) {
            <li>
              <code>{{ finding }}</code>
            </li>
          }
        </ul>
      </div>
    }
    @if (sending.sentence(); as said) {
      <p class="alert" role="alert"><md-icon name="circle-alert" />{{ said }}</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditVerified {
  readonly words = inject(Words);
  readonly audit = inject(AuditWords);
  readonly #api = inject(AuditApi);
  readonly sending = new FormSending();
  readonly last = input.required<AuditRun | null>();
  readonly #ended = signal<AuditRun | null>(null);
  /** The run that was asked for here, while it is under way. */
  readonly asked = signal<AuditRun | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly shown = computed(() => this.#ended() ?? this.last());
  readonly findings = computed(() => {
    const found: unknown = this.shown()?.result?.['findings'];
    return Array.isArray(found) ? found.map(String) : [];
  });
  readonly sound = computed(() => this.shown()?.state !== 'failed' && this.findings().length === 0);
  readonly size = computed(() => Number(this.shown()?.result?.['size'] ?? 0));

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.#timer);
    });
  }

  async verify(): Promise<void> {
    const sent = await this.sending.send(async (key) => {
      this.asked.set(await this.#api.verify(key));
    });
    if (sent) this.#lookLater();
  }

  #lookLater(): void {
    this.#timer = setTimeout(() => void this.#look(), lookEveryMs);
  }

  async #look(): Promise<void> {
    await this.sending.send(async () => {
      const run = (await this.#api.verifications()).find(({ id }) => id === this.asked()?.id);
      this.asked.set(run?.endedAt === null ? run : null);
      if (run?.endedAt != null) this.#ended.set(run);
    });
    if (this.asked()) this.#lookLater();
  }
}
