import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { priorities } from '../../../../workflows/domain/session/vocabulary.js';
import { asProblem } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';
import { Icon } from '../shell/icon.js';
import { PageHead } from '../shell/page-head.js';
import { type FigureQuery, type ReportQuery, SlaApi } from '../sla/sla-api.js';
import { ProblemWords } from '../words/problem-words.js';
import { instantText, spanText } from '../words/spans.js';
import { Words } from '../words/words.js';
import { backlogPaths, hourCells, plane, waitingBars, weekBars } from './plots.js';

const dimensions = ['channel', 'group', 'technician', 'customer', 'priority'] as const;
const outcomes = ['kept', 'missed', 'cancelled', 'open'] as const;

/** A figure that was pressed: what it says, and how its sessions are asked for. */
interface Pressed {
  readonly figure: string;
  readonly query: Partial<FigureQuery>;
}

/** Promises kept and missed, durations and plots over a period; every figure opens its sessions. */
@Component({
  selector: 'md-reports-page',
  imports: [Icon, PageHead, RouterLink],
  templateUrl: './reports-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportsPage {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly #api = inject(SlaApi);
  readonly #problemWords = inject(ProblemWords);
  readonly dimensions = dimensions;
  readonly priorities = priorities;
  readonly outcomes = outcomes;
  readonly outcomeWords = {
    kept: 'reports.kept',
    missed: 'reports.missed',
    cancelled: 'reports.cancelled',
    open: 'reports.open',
  } as const;
  readonly plane = plane;

  readonly from = signal(dayText(-30));
  readonly to = signal(dayText(1));
  readonly by = signal<(typeof dimensions)[number]>('channel');
  readonly channel = signal('');
  readonly priority = signal('');
  readonly pressed = signal<Pressed | null>(null);

  readonly query = computed<ReportQuery>(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const priority = priorities.find((one) => one === this.priority());
    return {
      from: new Date(`${this.from()}T00:00`).toISOString(),
      to: new Date(`${this.to()}T00:00`).toISOString(),
      zone,
      by: this.by(),
      ...(this.channel() === '' ? {} : { channel: this.channel() }),
      ...(priority === undefined ? {} : { priority }),
    };
  });
  readonly found = resource({
    params: () => this.query(),
    loader: ({ params }) => this.#api.report(params),
  });
  readonly report = computed(() => (this.found.hasValue() ? this.found.value() : null));
  readonly fault = computed(() => {
    const thrown = this.found.error();
    return thrown ? this.#problemWords.sentence(asProblem(thrown)) : null;
  });
  readonly behind = resource({
    params: () => this.pressed() ?? undefined,
    loader: ({ params }) => this.#api.sessions({ ...this.query(), ...params.query }),
  });

  readonly weeks = computed(() => {
    const clocks = this.report()?.all.clocks ?? [];
    return clocks.map(({ name }) => ({ name, bars: weekBars(this.report()?.weeks ?? [], name) }));
  });
  readonly cells = computed(() => hourCells(this.report()?.hours ?? []));
  readonly waiting = computed(() => waitingBars(this.report()?.hours ?? []));
  readonly backlog = computed(() => backlogPaths(this.report()?.days ?? []));
  readonly time = computed(() => {
    const { handling = [], holds = [] } = this.report() ?? {};
    const rows = [
      ...handling.map(({ key, totalMs }) => ({
        label: this.words.t('reports.handled', { who: key }),
        totalMs,
      })),
      ...holds.map(({ key, totalMs }) => ({ label: this.#hold(key), totalMs })),
    ];
    const most = Math.max(1, ...rows.map(({ totalMs }) => totalMs));
    return rows.map((row) => ({ ...row, share: (100 * row.totalMs) / most }));
  });

  /** The same report as a file. */
  file(kind: 'csv' | 'xlsx'): string {
    return `/api/reports/sla/${kind}?${new URLSearchParams(this.query()).toString()}`;
  }

  span(ms: number | null): string {
    return ms === null ? '–' : spanText(ms, this.words.locale());
  }

  share(kept: number, missed: number): string {
    if (kept + missed === 0) return '–';
    const format = new Intl.NumberFormat(this.words.locale(), {
      style: 'percent',
      maximumFractionDigits: 1,
    });
    return format.format(kept / (kept + missed));
  }

  number(value: number): string {
    return value.toLocaleString(this.words.locale());
  }

  at(instant: string): string {
    return instantText(Date.parse(instant), Date.now(), this.words.locale());
  }

  weekday(number: number): string {
    // 5 January 2026 was a Monday.
    const format = new Intl.DateTimeFormat(this.words.locale(), {
      weekday: 'short',
      timeZone: 'UTC',
    });
    return format.format(Date.UTC(2026, 0, 4 + number));
  }

  /** A channel’s or technician’s key by the name that it has now; the report itself knows only keys. */
  name(key: string | null): string {
    if (key === null) return '–';
    return this.desk.channels().find((channel) => channel.key === key)?.name ?? key;
  }

  figureName(clock: string, outcome: (typeof outcomes)[number]): string {
    return `${clock}: ${this.words.t(this.outcomeWords[outcome])}`;
  }

  press(figure: string, query: Partial<FigureQuery>): void {
    this.pressed.set({ figure, query });
  }

  print(): void {
    globalThis.print();
  }

  /** The value of a field that was changed. */
  valueOf(event: Event): string {
    const { target } = event;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    return isField ? target.value : '';
  }

  setBy(event: Event): void {
    const chosen = dimensions.find((one) => one === this.valueOf(event));
    if (chosen) this.by.set(chosen);
  }

  #hold(reason: string): string {
    const key = `hold.${reason}`;
    return this.words.knows(key) ? this.words.t(key) : reason;
  }
}

/** A day so many from today, as a field of a form has it. */
function dayText(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
