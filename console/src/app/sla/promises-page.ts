import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { weekdays } from '../../../../workflows/domain/sla/calendar.js';
import type { Sla } from '../desk/contract.js';
import { LiveAnswer } from '../desk/live-answer.js';
import { ManageFrame } from '../manage/manage-frame.js';
import { Panel } from '../manage/panel.js';
import { MyDesk } from '../desk/my-desk.js';
import { Icon } from '../shell/icon.js';
import { tenthsText, wholeSpanText } from '../words/spans.js';
import { Words } from '../words/words.js';
import { CalendarEditor } from './calendar/calendar-editor.js';
import { ClockWords } from '../words/clock-words.js';
import { aheadText, countsFromText } from './versions/counts-from-field.js';
import { hoursText, minutesOf } from './calendar/hours-text.js';
import { SlaPolicyEditor } from './policy/policy-editor.js';
import { PromiseGrid } from './promise-grid.js';
import { RetargetForm } from './retarget-form.js';
import { SlaApi } from './sla-api.js';
import { type Versioned, inForceOrNext, versionAhead } from './versions/sla-versions.js';
import type { Clock } from './policy/step-list.js';
import { weekdayText } from '../words/weekday-text.js';

type Kind = 'calendar' | 'policy' | 'retarget';

/** What is open beside the lists; a new one has no key yet. */
interface Opened {
  readonly kind: Kind;
  readonly key: string;
}

/** What each channel promises for each priority, the policies behind it, and the hours by which they count. */
@Component({
  selector: 'md-promises-page',
  imports: [CalendarEditor, Icon, ManageFrame, Panel, PromiseGrid, RetargetForm, SlaPolicyEditor],
  templateUrl: './promises-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PromisesPage {
  readonly words = inject(Words);
  readonly clockWords = inject(ClockWords);
  readonly #api = inject(SlaApi);
  readonly #desk = inject(MyDesk);
  readonly sla = new LiveAnswer(() => this.#api.sla(), ['channels']);
  readonly open = signal<Opened | null>(null);
  readonly said = signal<string | null>(null);

  readonly mayChange = computed(() => (this.sla.value()?.mayConfigure.length ?? 0) > 0);
  readonly policies = computed(() => inForceOrNext(this.sla.value()?.policies ?? [], Date.now()));
  readonly calendars = computed(() => inForceOrNext(this.sla.value()?.calendars ?? [], Date.now()));
  /** As a list, so that what is opened next is another form. */
  readonly opened = computed(() => {
    const [open, sla] = [this.open(), this.sla.value()];
    return open && sla ? [{ ...open, sla }] : [];
  });

  heading({ kind, key }: Opened): string {
    if (kind === 'retarget') return this.words.t('sla.retarget.title');
    const among = kind === 'calendar' ? this.calendars() : this.policies();
    const found = among.find((one) => one.key === key);
    return found?.name ?? this.words.t(kind === 'calendar' ? 'sla.calendar.new' : 'sla.policy.new');
  }

  isOpen(kind: Kind, key: string): boolean {
    const open = this.open();
    return open?.kind === kind && open.key === key;
  }

  place(place: string): string {
    return place === '*' ? '' : this.#desk.channelName(place);
  }

  calendarName(key: string): string {
    return this.calendars().find((calendar) => calendar.key === key)?.name ?? key;
  }

  /** A policy's promises in a line: “First response 1 h, …”. */
  promised(clocks: readonly Clock[]): string {
    const parts = clocks.map(
      ({ name, target }) =>
        `${this.clockWords.clock(name)} ${wholeSpanText(target * 1_000, this.words.locale())}`,
    );
    return this.words.list(parts);
  }

  /** A calendar's week in a line, days with the same hours together. */
  week({ week }: { readonly week: Readonly<Record<string, string[][]>> }): string {
    const days = weekdays.map((day) => ({ day, hours: hoursText(minutesOf(week[day] ?? [])) }));
    const texts = [...new Set(days.map(({ hours }) => hours))].filter((hours) => hours !== '');
    const lines = texts.map((hours) => {
      const these = days.filter((one) => one.hours === hours).map(({ day }) => day);
      return `${these.map((day) => weekdayText(day, this.words.locale(), 'short')).join(' ')} ${hours}`;
    });
    return lines.length === 0 ? this.words.t('sla.closed') : lines.join(' · ');
  }

  /** What a policy promises from a later day on; nothing where no version is to come. */
  policyAhead({ key }: Versioned): string | null {
    const ahead = versionAhead(this.sla.value()?.policies ?? [], key, Date.now());
    return ahead && aheadText(this.words, ahead.countsFrom, this.promised(ahead.clocks));
  }

  /** By which week a calendar counts from a later day on. */
  calendarAhead({ key }: Versioned): string | null {
    const ahead = versionAhead(this.sla.value()?.calendars ?? [], key, Date.now());
    return ahead && aheadText(this.words, ahead.countsFrom, this.week(ahead.content));
  }

  /** How late steps were taken, in a sentence; nothing where none was. */
  late({ lateness: { steps: n, p99Ms, mostMs } }: Sla): string | null {
    if (p99Ms === null || mostMs === null) return null;
    const [p99, most] = [p99Ms, mostMs].map((ms) => tenthsText(ms, this.words.locale()));
    return this.words.t('sla.late', { n, p99: p99 ?? '', most: most ?? '' });
  }

  /** Reads everything again before it shows what was saved as it is now. */
  async show(kind: Kind, key: string): Promise<void> {
    await this.sla.load();
    this.open.set({ kind, key });
  }

  async sayFrom(countsFrom: string): Promise<void> {
    await this.sla.load();
    this.said.set(countsFromText(this.words, countsFrom));
  }
}
