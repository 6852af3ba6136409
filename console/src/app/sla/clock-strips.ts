import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import type { SessionClocks } from '../desk/contract.js';
import { instantText, spanText } from '../words/spans.js';
import { Words } from '../words/words.js';
import { ClockWords } from './clock-words.js';
import { SlaApi } from './sla-api.js';

/** Each promise of a session as a strip along its time: what was counted, what not, and why. */
@Component({
  selector: 'md-clock-strips',
  template: `
    @if (found.value(); as clocks) {
      @if (clocks.clocks.length > 0) {
        <section class="strips" [attr.aria-label]="words.t('clocks.title')">
          @for (strip of strips(); track strip.key) {
            <div class="strip">
              <span class="strip-head">
                <b>{{ strip.name }}</b>
                <span class="tag" [class.warn]="strip.missed">{{ strip.state }}</span>
                <span class="spread"></span>
                <span class="small muted num">{{ strip.sum }}</span>
              </span>
              <span class="strip-bar" role="img" [attr.aria-label]="strip.sentence">
                @for (part of strip.parts; track $index) {
                  <span [class]="part.why" [style.flex-grow]="part.ms" [title]="part.title"></span>
                }
              </span>
            </div>
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
    const parts = clock.stretches
      .filter(({ why }) => why !== 'not-started' && why !== 'stopped')
      .map(({ from, to, why }) => {
        const ms = Date.parse(to) - Date.parse(from);
        const word = this.words.t(`clocks.why.${why}`);
        const since = instantText(Date.parse(from), Date.now(), locale);
        return { why, ms, title: `${word}: ${spanText(ms, locale)} (${since})` };
      });
    const name = this.#names.clock(clock.name);
    const time = spanText(clock.countedMs, locale);
    const target = spanText(clock.target * 1_000, locale);
    const counted = this.words.t('clocks.counted', { time, target });
    const at = clock.dueAt === null ? '' : instantText(Date.parse(clock.dueAt), Date.now(), locale);
    const due = at === '' ? '' : ` · ${this.words.t('clocks.due', { at })}`;
    return {
      key: `${clock.name} ${clock.turn}`,
      name: clock.turn > 1 ? `${name} ${clock.turn}` : name,
      state: this.words.t(`clocks.state.${clock.state}`),
      missed: clock.state === 'missed',
      sum: `${counted}${due}`,
      sentence: parts.map(({ title }) => title).join('; '),
      parts,
    };
  };
}
