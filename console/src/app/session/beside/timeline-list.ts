import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { TimelineEvent } from '../../desk/contract.js';
import { fullInstantText, instantText } from '../../words/spans.js';
import { Words } from '../../words/words.js';
import { SessionStore } from '../session-store.js';
import { TimelineWords } from './timeline-words.js';

/** What happened, in order, latest at the end. */
@Component({
  selector: 'md-timeline-list',
  template: `
    <ol class="timeline">
      @for (line of lines(); track line.sequence) {
        <li [class]="line.tone">
          <time class="small faint num" [title]="line.full">{{ line.time }}</time>
          <span>
            {{ line.text }}
            @if (line.note; as note) {
              <q class="muted">{{ note }}</q>
            }
          </span>
        </li>
      } @empty {
        <li class="muted">{{ words.t('timeline.nothing') }}</li>
      }
    </ol>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimelineList {
  readonly words = inject(Words);
  readonly #timelineWords = inject(TimelineWords);
  readonly #store = inject(SessionStore);
  readonly events = input.required<readonly TimelineEvent[]>();

  readonly lines = computed(() => {
    const requester = this.#store.session()?.requester.name ?? '';
    const language = this.words.locale();
    return this.events().map((event) => ({
      sequence: event.sequence,
      time: instantText(Date.parse(event.at), Date.now(), language),
      full: fullInstantText(Date.parse(event.at), language),
      text: this.#timelineWords.sentence(event, requester),
      note: event.note ?? null,
      tone: toneOf(event.type),
    }));
  });
}

function toneOf(type: string): string {
  if (type === 'connected' || type === 'consent-granted') return 'good';
  if (type === 'device-lost' || type === 'consent-refused' || type === 'expired') return 'bad';
  return '';
}
