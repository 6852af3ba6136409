import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { QueueView } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { oncePaused } from '../narrow/once-paused.js';
import { PageAddress } from '../narrow/page-address.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { Icon } from '../shell/icon.js';
import { KeyName } from '../shell/keys/key-name.js';
import { Keys } from '../shell/keys/keys.js';
import { PageHead } from '../shell/page-head.js';
import { Words } from '../words/words.js';
import { QueueList } from './queue-list.js';
import { QueueListStore } from './queue-list-store.js';
import { isQueueView, queueViews } from './queue-views.js';

/** The queue: tabs, a filter that is a link, and the list. */
@Component({
  selector: 'md-queue-page',
  imports: [Icon, KeyName, QueueList, PageHead, RouterLink],
  templateUrl: './queue-page.html',
  providers: [QueueListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueuePage {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly dialogs = inject(Dialogs);
  readonly store = inject(QueueListStore);
  readonly #router = inject(Router);
  readonly #address = inject(PageAddress);
  readonly #type = oncePaused((text) => {
    this.#address.narrow({ text: text.trim() || null });
  });

  readonly view = input.required<string>();
  readonly channel = input<string>();
  readonly text = input<string>();
  readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');

  readonly views = queueViews;
  readonly filter = computed(() => {
    const view = this.view();
    return {
      view: isQueueView(view) ? view : ('mine' as const),
      channel: this.channel() ?? null,
      text: (this.text() ?? '').trim().slice(0, 100),
    };
  });
  readonly filtered = computed(() => this.filter().channel !== null || this.filter().text !== '');
  readonly params = computed(() => ({
    channel: this.filter().channel ?? undefined,
    text: this.filter().text || undefined,
  }));

  constructor() {
    effect(() => {
      const filter = this.filter();
      untracked(() => {
        this.store.show(filter);
      });
    });
    this.#bindKeys();
  }

  viewName(view: QueueView): string {
    return this.words.t(`queue.${view}`);
  }

  count(view: string): number | null {
    const counts = this.store.counts();
    return counts && view in counts ? counts[view as keyof typeof counts] : null;
  }

  typed(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.#type(event.target.value);
  }

  chosen(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    this.#address.narrow({ channel: event.target.value || null });
  }

  clear(): void {
    this.search().nativeElement.value = '';
    this.#address.narrow({ text: null, channel: null });
  }

  #bindKeys(): void {
    const tabs = queueViews.map((view, index) => ({
      key: String(index + 1),
      words: `queue.${view}` as const,
      group: 'queue' as const,
      command: true,
      run: () => void this.#router.navigate(['/queue', view], { queryParamsHandling: 'preserve' }),
    }));
    const filter = {
      key: '/',
      words: 'keys.filter',
      group: 'queue',
      run: () => {
        this.search().nativeElement.focus();
      },
    } as const;
    inject(Keys).bind([...tabs, filter], inject(DestroyRef));
  }
}
