import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReportSessions } from '../desk/contract.js';
import { Icon } from '../shell/icon.js';
import { type ReportQuery, SlaApi } from '../sla/sla-api.js';
import { Words } from '../words/words.js';
import type { PressedFigure } from './pressed-figure.js';
import { ReportWords } from './report-words.js';

type Listed = ReportSessions['sessions'][number];

/** The sessions behind a figure; of those that were left out of a measure, why. */
@Component({
  selector: 'md-behind-figure',
  imports: [Icon, RouterLink],
  template: `
    <section class="card behind-figure" aria-live="polite" tabindex="-1">
      <div class="card-head">
        <h2>
          {{
            words.t('reports.behind', {
              figure: of().figure,
              n: page.hasValue() ? total().toLocaleString(words.locale()) : '…',
            })
          }}
        </h2>
        <span class="spread"></span>
        <button class="btn quiet square" type="button" (click)="closed.emit()">
          <md-icon name="x" /><span class="visually-hidden">{{ words.t('dialog.close') }}</span>
        </button>
      </div>
      <ul class="behind">
        @for (one of sessions(); track one.id) {
          <li>
            <span class="num">#{{ one.number }}</span>
            @if (one.visible) {
              <a [routerLink]="['/sessions', one.id]">{{ one.subject }}</a>
            } @else {
              <span class="muted">{{ words.t('reports.hidden') }}</span>
            }
            <span class="spread"></span>
            <span class="small">{{ told(one) }}</span>
            <span class="small muted">{{ reportWords.instant(one.requestedAt, zone()) }}</span>
          </li>
        }
      </ul>
      @if (page.isLoading()) {
        <p class="muted">{{ words.t('reports.reading') }}</p>
      } @else if (sessions().length < total()) {
        <button class="btn" type="button" (click)="skip.set(sessions().length)">
          {{ words.t('reports.more') }}
        </button>
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BehindFigure {
  readonly words = inject(Words);
  readonly reportWords = inject(ReportWords);
  readonly #api = inject(SlaApi);
  readonly of = input.required<PressedFigure>();
  readonly query = input.required<ReportQuery>();
  /** By whose clock the report is. */
  readonly zone = input.required<string>();
  readonly closed = output();

  readonly asked = computed(() => ({ ...this.query(), ...this.of().query }));
  readonly skip = linkedSignal({ source: this.asked, computation: () => 0 });
  readonly page = resource({
    params: () => ({ ...this.asked(), skip: this.skip() }),
    loader: ({ params }) => this.#api.sessions(params),
  });
  readonly total = computed(() => (this.page.hasValue() ? this.page.value().total : 0));
  /** What came so far, as long as the same figure is asked for. */
  readonly sessions = linkedSignal<ReportSessions | undefined, readonly Listed[]>({
    source: () => (this.page.hasValue() ? this.page.value() : undefined),
    computation: (page, previous) => {
      const before = this.skip() === 0 ? [] : (previous?.value ?? []);
      return page ? [...before, ...page.sessions] : before;
    },
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    effect(() => {
      this.of();
      host.nativeElement.querySelector('section')?.focus({ preventScroll: true });
    });
    // Once more when its sessions are there, for a list that is still short cannot come to the top.
    afterRenderEffect(() => {
      this.of();
      this.page.isLoading();
      if (this.skip() === 0) host.nativeElement.scrollIntoView({ block: 'start' });
    });
  }

  /** How long it took, where the figure is a duration; why it was left out of one; else how it came out. */
  told({ tookMs, outcome }: Listed): string {
    if (tookMs !== null) return this.reportWords.span(tookMs);
    const key = `${this.of().query.excluded ? 'reports.why' : 'reports.outcome'}.${outcome}`;
    return this.words.knows(key) ? this.words.t(key) : outcome;
  }
}
