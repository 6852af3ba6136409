import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import type { Sla } from '../../desk/contract.js';
import { Control } from '../../form/control.js';
import { Field } from '../../form/field.js';
import { FormSending } from '../../form/form-sending.js';
import { valueOf } from '../../form/value-of.js';
import { Notices } from '../../shell/notices.js';
import { Words } from '../../words/words.js';
import { SlaApi } from '../sla-api.js';
import { countsFromOf, countsFromText } from '../versions/counts-from-field.js';
import { freeKey } from '../versions/sla-versions.js';
import { VersionDraft } from '../versions/version-draft.js';
import { VersionForm } from '../versions/version-form.js';
import { contentOf, otherDaysIn, usualWeek, weekIn } from './calendar-draft.js';
import { OtherDays } from './other-days.js';
import { WeekGrid } from './week-grid.js';

/** The hours of a calendar; what is saved is a new version, and what was promised before keeps the old one. */
@Component({
  selector: 'md-calendar-editor',
  imports: [Control, Field, OtherDays, VersionForm, WeekGrid],
  templateUrl: './calendar-editor.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CalendarEditor {
  readonly words = inject(Words);
  readonly #api = inject(SlaApi);
  readonly #notices = inject(Notices);
  /** Everything that is promised, and by what. */
  readonly sla = input.required<Sla>();
  /** The calendar's key; nothing for a new one. */
  readonly key = input.required<string>();
  readonly saved = output<string>();

  readonly valueOf = valueOf;
  readonly sending = new FormSending();
  readonly draft = new VersionDraft(
    computed(() => this.sla().calendars.filter(({ key }) => key === this.key())),
    this.sla,
  );
  readonly zone = linkedSignal(
    () => this.draft.version()?.content.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  /** By which facts about the zone the version counts. */
  readonly release = computed(() => {
    const version = this.draft.version();
    return version ? this.words.t('sla.release', { release: version.release }) : '';
  });
  readonly week = linkedSignal(() => {
    const version = this.draft.version();
    return version ? weekIn(version.content) : usualWeek;
  });
  readonly days = linkedSignal(() => {
    const version = this.draft.version();
    return version ? otherDaysIn(version.content) : [];
  });
  readonly zones = Intl.supportedValuesOf('timeZone');
  readonly users = computed(() => {
    const using = this.sla().policies.filter(({ calendar }) => calendar === this.key());
    return [...new Set(using.map(({ name }) => name))];
  });

  async save(): Promise<void> {
    const { name, place, from } = this.draft;
    const taken = this.sla().calendars.map(({ key }) => key);
    const key = this.key() === '' ? freeKey(name(), taken) : this.key();
    let countsFrom = '';
    const done = await this.sending.send(async (once) => {
      const body = {
        ...{ key, place: place(), name: name() },
        content: contentOf(this.zone(), this.week(), this.days()),
        ...countsFromOf(from()),
      };
      ({ countsFrom } = await this.#api.addCalendar(body, once));
    });
    if (!done) return;
    this.#notices.done(countsFromText(this.words, countsFrom));
    this.saved.emit(key);
  }
}
