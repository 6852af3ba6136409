import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import type { QueueRow } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { ProblemWords } from '../words/problem-words.js';
import { Words } from '../words/words.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { Icon } from '../shell/icon.js';
import { Keys } from '../shell/keys/keys.js';
import { queueListKeys } from './queue-list-keys.js';
import { QueueListStore } from './queue-list-store.js';
import { QueueRowLine } from './queue-row-line.js';
import type { QueueFilter } from './queue-views.js';
import { RowSize } from './row-size.js';
import { rowWindow } from './row-window.js';
import { type Settled, settle } from './settled-rows.js';

/** The rows, of which only those in sight are drawn; they move by themselves but never under the pointer. */
@Component({
  selector: 'md-queue-list',
  imports: [Icon, QueueRowLine],
  templateUrl: './queue-list.html',
  providers: [RowSize],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueueList {
  readonly words = inject(Words);
  readonly problemWords = inject(ProblemWords);
  readonly store = inject(QueueListStore);
  readonly desk = inject(MyDesk);
  readonly dialogs = inject(Dialogs);
  readonly rowHeight = inject(RowSize).height;
  readonly #router = inject(Router);

  readonly filter = input.required<QueueFilter>();
  readonly filtered = input.required<boolean>();
  readonly cleared = output();
  readonly scroller = viewChild<ElementRef<HTMLElement>>('scroller');

  readonly #scrolled = signal(0);
  readonly #height = signal(900);
  readonly held = signal(false);
  readonly selectedId = linkedSignal<QueueFilter, string | null>({
    source: this.filter,
    computation: () => null,
  });
  readonly #asked = linkedSignal({ source: this.held, computation: () => 0 });

  readonly settled = linkedSignal<
    { now: readonly QueueRow[]; held: boolean; asked: number; filter: QueueFilter },
    Settled & { readonly of: { asked: number; filter: QueueFilter } }
  >({
    source: () => ({
      now: this.store.rows(),
      held: this.held(),
      asked: this.#asked(),
      filter: this.filter(),
    }),
    computation: ({ now, held, asked, filter }, before) => {
      // Another list, or the wish to see what is new, loosens the hold.
      const same = before?.value.of.filter === filter && before.value.of.asked === asked;
      return {
        ...settle(now, before?.value.rows ?? [], held && same && before.value.rows.length > 0),
        of: { asked, filter },
      };
    },
  });
  readonly window = computed(() =>
    rowWindow(this.#scrolled(), this.#height(), this.rowHeight(), this.settled().rows.length),
  );
  readonly drawn = computed(() => {
    const { first, last } = this.window();
    return this.settled()
      .rows.slice(first, last)
      .map((shown, index) => ({ ...shown, place: first + index }));
  });

  constructor() {
    effect(() => {
      if (this.window().last >= this.store.rows().length) this.store.more();
    });
    effect((cleanUp) => {
      const element = this.scroller()?.nativeElement;
      if (!element) return;
      const watch = new ResizeObserver(() => {
        this.#height.set(element.clientHeight);
      });
      watch.observe(element);
      cleanUp(() => {
        watch.disconnect();
      });
    });
    inject(Keys).bind(queueListKeys(this), inject(DestroyRef));
  }

  get selected(): QueueRow | null {
    const id = this.selectedId();
    return this.settled().rows.find(({ row }) => row.id === id)?.row ?? null;
  }

  emptyTitle(): string {
    return this.words.t(`queue.empty.${this.filter().view}`);
  }

  emptyLead(): string {
    return this.words.t(`queue.empty.${this.filter().view}.lead`);
  }

  scroll(event: Event): void {
    if (event.target instanceof HTMLElement) this.#scrolled.set(event.target.scrollTop);
  }

  /** Shows what has waited while the order was held. */
  showNew(): void {
    this.#asked.update((times) => times + 1);
  }

  /** Moves the selection and brings it into sight. */
  step(by: number): void {
    const { rows } = this.settled();
    const at = rows.findIndex(({ row }) => row.id === this.selectedId());
    const next = Math.min(rows.length - 1, Math.max(0, at === -1 ? 0 : at + by));
    const chosen = rows[next];
    if (!chosen) return;
    this.selectedId.set(chosen.row.id);
    this.#reveal(next);
    const link = () => document.getElementById(`row-${chosen.row.id}`);
    requestAnimationFrame(() => {
      link()?.focus({ preventScroll: true });
    });
  }

  open(row: QueueRow): void {
    void this.#router.navigate(['/sessions', row.id]);
  }

  #reveal(index: number): void {
    const element = this.scroller()?.nativeElement;
    if (!element) return;
    const top = index * this.rowHeight();
    const bottom = top + this.rowHeight();
    const head = 40;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom + head > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom + head - element.clientHeight;
  }
}
