import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import type { SessionClocks } from '../desk/contract.js';
import { ClockWords } from '../words/clock-words.js';
import { instantText, wholeSpanText } from '../words/spans.js';
import { Words } from '../words/words.js';
import { SlaApi } from './sla-api.js';

/** Each promise of a session as a strip along its time: what was counted, what not, and why. */
@Component({
  selector: 'md-clock-strips',
  template: `
    @if (found.value(); as clocks) {
      @if (clocks.clocks.length > 0) {
        <section class="strips" [attr.aria-label]="words.t('clocks.title')">
          @for (strip of strips(); track strip.key) {
            <details class="strip">
              <summary>
                <span class="strip-head">
                  <b>{{ strip.name }}</b>
                  <span class="tag" [class.late]="strip.missed">{{ strip.state }}</span>
                  <span class="spread"></span>
                  <span class="small muted num">{{ strip.sum }}</span>
                </span>
                <span class="strip-bar" aria-hidden="true">
                  @for (part of strip.drawn; track $index) {
                    <span [class]="part.why" [style.flex-grow]="part.ms"></span>
                  }
                </span>
              </summary>
              <ul class="stretches small">
                @for (part of strip.parts; track $index) {
                  <li>
                    <span class="stretch-sign" [class]="part.why" aria-hidden="true"></span>
                    <span>{{ part.word }}</span>
                    <b class="num">{{ part.span }}</b>
                    <span class="muted">{{ part.between }}</span>
                  </li>
                }
              </ul>
            </details>
          }
          @if (by(); as line) {
            <p class="small faint">{{ line }}</p>
          }
        </section>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClockStrips {
  readonly words = inject(Words);
  readonly #api = inject(SlaApi);
  readonly #names = inject(ClockWords);
  readonly session = input.required<string>();
  /** Changes with every event, so that the strips are read again. */
  readonly sequence = input.required<number>();

  readonly found = resource({
    params: () => ({ id: this.session(), sequence: this.sequence() }),
    loader: ({ params }) => this.#api.clocks(params.id).catch(() => null),
  });
  readonly strips = computed(() =>
    (this.found.value()?.clocks ?? [])
      .filter(({ state }) => state !== 'not-started')
      .map(this.#strip),
  );
  readonly by = computed(() => {
    const { policy, calendar } = this.found.value() ?? {};
    if (!policy || !calendar) return null;
    return this.words.t('clocks.by', {
      policy: policy.name,
      version: policy.version,
      calendar: calendar.name,
      zone: calendar.zone,
      release: calendar.release,
    });
  });

  readonly #strip = (clock: SessionClocks['clocks'][number]) => {
    const locale = this.words.locale();
    const parts = clock.stretches.map(({ from, to, why }) => {
      const ms = Date.parse(to) - Date.parse(from);
      const word = this.words.t(`clocks.why.${why}`);
      return { why, ms, word, span: wholeSpanText(ms, locale), between: between(from, to, locale) };
    });
    const name = this.#names.clock(clock.name);
    const time = wholeSpanText(clock.countedMs, locale);
    const target = wholeSpanText(clock.target * 1_000, locale);
    const promised = wholeSpanText(clock.promised * 1_000, locale);
    const key = clock.target === clock.promised ? 'clocks.counted' : 'clocks.counted.instead';
    const counted = this.words.t(key, { time, target, promised });
    const at = clock.dueAt === null ? '' : instantText(Date.parse(clock.dueAt), Date.now(), locale);
    const due = at === '' ? '' : ` · ${this.words.t('clocks.due', { at })}`;
    return {
      key: `${clock.name} ${clock.turn}`,
      name: clock.turn > 1 ? `${name} ${clock.turn}` : name,
      state: this.words.t(`clocks.state.${clock.state}`),
      missed: clock.state === 'missed',
      sum: `${counted}${due}`,
      parts,
      drawn: parts.filter(({ why }) => why !== 'not-started' && why !== 'stopped'),
    };
  };
}

/** From when until when, to the second. */
function between(from: string, to: string, locale: string): string {
  const format = { dateStyle: 'short', timeStyle: 'medium' } as const;
  const text = new Intl.DateTimeFormat(locale, format);
  return text.formatRange(Date.parse(from), Date.parse(to));
}
