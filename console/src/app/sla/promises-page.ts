import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
} from '@angular/core';
import type { Sla } from '../desk/contract.js';
import { asProblem } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';
import { PageHead } from '../shell/page-head.js';
import { instantText, spanText } from '../words/spans.js';
import { ProblemWords } from '../words/problem-words.js';
import { Words } from '../words/words.js';
import { SlaApi } from './sla-api.js';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const priorities = ['low', 'normal', 'high', 'urgent'] as const;

/** What each channel promises for each priority, the policies behind it, and the hours by which they count. */
@Component({
  selector: 'md-promises-page',
  imports: [PageHead],
  templateUrl: './promises-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PromisesPage {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly #api = inject(SlaApi);
  readonly #problemWords = inject(ProblemWords);
  readonly weekdays = weekdays;
  readonly priorities = priorities;
  readonly found = resource({ loader: () => this.#api.sla() });
  readonly said = signal<string | null>(null);

  readonly channels = computed(() => {
    const promises = this.found.value()?.promises ?? [];
    return [...new Set(promises.map(({ channel }) => channel))].map((channel) => ({
      channel,
      name: this.desk.channels().find(({ key }) => key === channel)?.name ?? channel,
      mayConfigure: this.found.value()?.mayConfigure.includes(channel) === true,
      promises: priorities.map((priority) => ({
        priority,
        policy: this.#inForce(promises, channel, priority),
      })),
    }));
  });
  /** The newest version of each. */
  readonly policies = computed(() => newest(this.found.value()?.policies ?? []));
  readonly calendars = computed(() =>
    newest(this.found.value()?.calendars ?? []).map((calendar) => ({
      ...calendar,
      days: weekdays.map((day) => ({ day, open: calendar.content.week[day] ?? [] })),
      others: Object.entries(calendar.content.exceptions).sort(([one], [other]) =>
        one < other ? -1 : 1,
      ),
    })),
  );

  /** Promises by another policy from the next minutes on. */
  async change(
    channel: string,
    priority: (typeof priorities)[number],
    event: Event,
  ): Promise<void> {
    const { target } = event;
    if (!(target instanceof HTMLSelectElement)) return;
    const policy = target.value === '' ? null : target.value;
    try {
      const at = await this.#api.promise({ channel, priority, policy });
      this.said.set(this.words.t('sla.saved', { at: this.at(at) }));
    } catch (thrown) {
      this.said.set(this.#problemWords.sentence(asProblem(thrown)));
    }
    this.found.reload();
  }

  span(seconds: number): string {
    return spanText(seconds * 1_000, this.words.locale());
  }

  at(instant: string): string {
    return instantText(Date.parse(instant), Date.now(), this.words.locale());
  }

  steps(clock: Sla['policies'][number]['clocks'][number]): string {
    const steps = clock.steps.map(({ percent }) => `${percent} %`);
    return steps.length === 0 ? '' : this.words.t('sla.steps', { steps: this.words.list(steps) });
  }

  hours(open: readonly (readonly string[])[]): string {
    if (open.length === 0) return this.words.t('sla.closed');
    return open.map(([from = '', to = '']) => `${from}–${to}`).join(', ');
  }

  /** Where in a day an interval lies, in per cent. */
  place([from = '', to = '']: readonly string[]): { left: number; width: number } {
    const left = share(from);
    return { left, width: share(to) - left };
  }

  weekday(day: (typeof weekdays)[number]): string {
    // 5 January 2026 was a Monday.
    const date = Date.UTC(2026, 0, 5 + weekdays.indexOf(day));
    const format = { weekday: 'short', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.words.locale(), format).format(date);
  }

  #inForce(promises: Sla['promises'], channel: string, priority: string): string {
    const mine = promises.filter((one) => one.channel === channel && one.priority === priority);
    return mine.find(({ countsFrom }) => Date.parse(countsFrom) <= Date.now())?.policy ?? '';
  }
}

function newest<Version extends { readonly key: string }>(
  versions: readonly Version[],
): readonly Version[] {
  return versions.filter(
    ({ key }, index) => versions.findIndex((other) => other.key === key) === index,
  );
}

function share(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return ((hours * 60 + minutes) / 1_440) * 100;
}
