import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { DeskClock } from '../desk/desk-clock.js';
import { agoText, fullInstantText, spanText } from '../words/spans.js';
import { Words } from '../words/words.js';

/** How long something has lasted or how long ago it ended; only this text is drawn anew as time goes by. */
@Component({
  selector: 'md-since',
  template: `<time [attr.datetime]="from()" [title]="full()">{{ text() }}</time>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Since {
  readonly #clock = inject(DeskClock);
  readonly #words = inject(Words);
  readonly from = input.required<string>();
  readonly ended = input(false);

  readonly #at = computed(() => Date.parse(this.from()));
  readonly text = computed(() => {
    const now = this.#clock.now();
    const language = this.#words.locale();
    return this.ended() ? agoText(this.#at(), now, language) : spanText(now - this.#at(), language);
  });
  readonly full = computed(() => fullInstantText(this.#at(), this.#words.locale()));
}
