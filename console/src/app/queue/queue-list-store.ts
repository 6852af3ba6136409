import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { QueuePage, QueueRow } from '../desk/contract.js';
import { DeskApi } from '../desk/desk-api.js';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import type { LiveEvent } from '../desk/live-event.js';
import { LiveFeed } from '../desk/live-feed.js';
import { MyDesk } from '../desk/my-desk.js';
import { type QueueFilter, belongs, orderOf } from './queue-views.js';
import { put, take } from './sorted-rows.js';

export type Counts = QueuePage['counts'];

const pageLength = 100;
/** Live changes are gathered for this long, so that fifty a second cost what ten would. */
const gather = 60;
const countEvery = 1_500;

/** One list of the queue: pages from the desk, kept true by the live feed. */
@Injectable()
export class QueueListStore {
  readonly #api = inject(DeskApi);
  readonly #feed = inject(LiveFeed);
  readonly #me = inject(MyDesk).key;
  readonly #rows = signal<readonly QueueRow[]>([]);
  readonly #counts = signal<Counts | null>(null);
  readonly #status = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly #problem = signal<DeskProblem | null>(null);
  readonly #known = new Map<string, QueueRow>();
  #filter: QueueFilter | null = null;
  #next: string | null = null;
  #edge: QueueRow | null = null;
  #reading: AbortController | null = null;
  #waiting: LiveEvent[] = [];
  /** What was heard while a page was being read: the page may be older. */
  #meanwhile: LiveEvent[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #countTimer: ReturnType<typeof setTimeout> | undefined;

  readonly rows = this.#rows.asReadonly();
  readonly counts = this.#counts.asReadonly();
  readonly status = this.#status.asReadonly();
  readonly problem = this.#problem.asReadonly();

  constructor() {
    const stop = this.#feed.listen((event) => {
      this.#hear(event);
    });
    inject(DestroyRef).onDestroy(() => {
      stop();
      this.#reading?.abort();
      clearTimeout(this.#timer);
      clearTimeout(this.#countTimer);
    });
  }

  /** Shows another list, from its beginning. */
  show(filter: QueueFilter): void {
    this.#filter = filter;
    this.#status.set('loading');
    void this.#read(null);
  }

  /** Reads the same list again, keeping what is shown until the answer is there. */
  again(): void {
    if (this.#filter) void this.#read(null);
  }

  /** Reads the next page, if there is one and none is being read. */
  more(): void {
    if (this.#next !== null && !this.#reading) void this.#read(this.#next);
  }

  async #read(after: string | null): Promise<void> {
    const filter = this.#filter;
    if (!filter) return;
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#meanwhile = [];
    try {
      const page = await this.#api.queue({
        ...queryOf(filter),
        ...(after === null ? {} : { after }),
      });
      if (!reading.signal.aborted) this.#take(page, filter, after === null);
    } catch (thrown) {
      if (!reading.signal.aborted) this.#fail(asProblem(thrown));
    } finally {
      if (this.#reading === reading) this.#reading = null;
    }
  }

  #take(page: QueuePage, filter: QueueFilter, fromScratch: boolean): void {
    const order = orderOf(filter.view);
    const rows = fromScratch ? [] : [...this.#rows()];
    if (fromScratch) this.#known.clear();
    for (const row of page.rows) this.#place(rows, row, filter, order);
    this.#next = page.next;
    this.#edge = page.next === null ? null : (page.rows.at(-1) ?? null);
    this.#follow(rows, this.#meanwhile, filter);
    this.#rows.set(rows);
    this.#counts.set(page.counts);
    this.#problem.set(null);
    this.#status.set('ready');
  }

  #fail(problem: DeskProblem): void {
    this.#problem.set(problem);
    if (this.#status() === 'loading') this.#status.set('failed');
  }

  #hear(event: LiveEvent): void {
    if (event.type === 'reset') {
      this.again();
    } else if (event.type === 'session' || event.type === 'gone') {
      this.#waiting.push(event);
      if (this.#reading) this.#meanwhile.push(event);
      this.#timer ??= setTimeout(() => {
        this.#apply();
      }, gather);
      this.#countSoon();
    }
  }

  #apply(): void {
    this.#timer = undefined;
    const events = this.#waiting;
    this.#waiting = [];
    const filter = this.#filter;
    if (!filter || this.#status() === 'loading') return;
    const rows = [...this.#rows()];
    this.#follow(rows, events, filter);
    this.#rows.set(rows);
  }

  #follow(rows: QueueRow[], events: readonly LiveEvent[], filter: QueueFilter): void {
    const order = orderOf(filter.view);
    for (const event of events) {
      if (event.type === 'session') this.#place(rows, event.row, filter, order);
      else if (event.type === 'gone') this.#drop(rows, event.id, order);
    }
  }

  #place(
    rows: QueueRow[],
    row: QueueRow,
    filter: QueueFilter,
    order: (a: QueueRow, b: QueueRow) => number,
  ): void {
    const known = this.#known.get(row.id);
    // What was read may be newer than what was heard.
    if (known && known.sequence > row.sequence) return;
    if (known) this.#drop(rows, row.id, order);
    // Rows behind the last page that was read come with their own page.
    const behind = this.#edge !== null && order(row, this.#edge) > 0;
    if (behind || !belongs(row, filter, this.#me())) return;
    put(rows, row, order);
    this.#known.set(row.id, row);
  }

  #drop(rows: QueueRow[], id: string, order: (a: QueueRow, b: QueueRow) => number): void {
    const known = this.#known.get(id);
    if (!known) return;
    take(rows, known, order);
    this.#known.delete(id);
  }

  #countSoon(): void {
    this.#countTimer ??= setTimeout(() => void this.#count(), countEvery);
  }

  async #count(): Promise<void> {
    const filter = this.#filter;
    // A DeskProblem here needs no words: the next change asks again, and the banner says why.
    const page =
      filter && (await this.#api.queue({ ...queryOf(filter), limit: 1 }).catch(() => null));
    if (page) this.#counts.set(page.counts);
    this.#countTimer = undefined;
  }
}

function queryOf({ view, channel, text }: QueueFilter) {
  return {
    view,
    limit: pageLength,
    ...(channel === null ? {} : { channel }),
    ...(text === '' ? {} : { text }),
  };
}
