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
import { MyDesk } from '../../desk/my-desk.js';
import { Control } from '../../form/control.js';
import { FaultsAt } from '../../form/faults-at.js';
import { Field } from '../../form/field.js';
import { FormSending } from '../../form/form-sending.js';
import { valueOf } from '../../form/value-of.js';
import { Icon } from '../../shell/icon.js';
import { Notices } from '../../shell/notices.js';
import { Words } from '../../words/words.js';
import { SlaApi } from '../sla-api.js';
import { countsFromOf, countsFromText } from '../versions/counts-from-field.js';
import { freeKey, newest } from '../versions/sla-versions.js';
import { VersionDraft } from '../versions/version-draft.js';
import { VersionForm } from '../versions/version-form.js';
import { ClockEditor } from './clock-editor.js';
import type { Clock } from './step-list.js';
import { anotherClock, usualClocks } from './usual-clocks.js';

/** What a policy promises; what is saved is a new version, and sessions that run keep theirs. */
@Component({
  selector: 'md-sla-policy-editor',
  imports: [ClockEditor, Control, FaultsAt, Field, Icon, VersionForm],
  templateUrl: './policy-editor.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SlaPolicyEditor {
  readonly words = inject(Words);
  readonly #api = inject(SlaApi);
  readonly #desk = inject(MyDesk);
  readonly #notices = inject(Notices);
  /** Everything that is promised, and by what. */
  readonly sla = input.required<Sla>();
  /** The policy's key; nothing for a new one. */
  readonly key = input.required<string>();
  readonly saved = output<string>();

  readonly valueOf = valueOf;
  readonly sending = new FormSending();
  readonly draft = new VersionDraft(
    computed(() => this.sla().policies.filter(({ key }) => key === this.key())),
    this.sla,
  );
  readonly calendars = computed(() =>
    newest(this.sla().calendars).filter(
      ({ place }) => place === '*' || place === this.draft.place(),
    ),
  );
  readonly calendar = linkedSignal(
    () => this.draft.version()?.calendar ?? this.calendars()[0]?.key ?? '',
  );
  readonly clocks = linkedSignal<readonly Clock[]>(
    () => this.draft.version()?.clocks ?? usualClocks,
  );
  /** The channels that promise by it now or later. */
  readonly users = computed(() => {
    const using = this.sla().promises.filter(({ policy }) => policy === this.key());
    return [...new Set(using.map(({ channel }) => this.#desk.channelName(channel)))];
  });

  addClock(): void {
    this.clocks.set([...this.clocks(), anotherClock(this.clocks())]);
  }

  setClock(index: number, clock: Clock): void {
    this.clocks.set(this.clocks().map((one, place) => (place === index ? clock : one)));
  }

  removeClock(index: number): void {
    this.sending.forget();
    this.clocks.set(this.clocks().filter((_, place) => place !== index));
  }

  async save(): Promise<void> {
    const { name, place, from } = this.draft;
    const taken = this.sla().policies.map(({ key }) => key);
    const key = this.key() === '' ? freeKey(name(), taken) : this.key();
    let countsFrom = '';
    const done = await this.sending.send(async (once) => {
      const body = {
        ...{ key, place: place(), name: name(), calendar: this.calendar() },
        clocks: [...this.clocks()],
        ...countsFromOf(from()),
      };
      ({ countsFrom } = await this.#api.addPolicy(body, once));
    });
    if (!done) return;
    this.#notices.done(countsFromText(this.words, countsFrom));
    this.saved.emit(key);
  }
}
