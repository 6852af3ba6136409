import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { Sla } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { FormSending } from '../directory/form-sending.js';
import { SendingProblem } from '../directory/sending-problem.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { Words } from '../words/words.js';
import { ClockEditor } from './clock-editor.js';
import { CountsFromField, countsFromOf, countsFromText } from './counts-from-field.js';
import { PlaceField } from './place-field.js';
import { SlaApi } from './sla-api.js';
import { freeKey, newest } from './sla-versions.js';
import type { Clock } from './step-list.js';
import { anotherClock, usualClocks } from './usual-clocks.js';
import { VersionList } from './version-list.js';

/** What a policy promises; what is saved is a new version, and sessions that run keep theirs. */
@Component({
  selector: 'md-sla-policy-editor',
  imports: [ClockEditor, CountsFromField, Icon, PlaceField, SendingProblem, VersionList],
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

  readonly sending = new FormSending();
  readonly versions = computed(() => this.sla().policies.filter(({ key }) => key === this.key()));
  readonly shown = linkedSignal(() => this.versions()[0]?.version ?? 0);
  readonly version = computed(
    () => this.versions().find(({ version }) => version === this.shown()) ?? null,
  );
  readonly name = linkedSignal(() => this.version()?.name ?? '');
  readonly place = linkedSignal(() => this.version()?.place ?? this.sla().mayConfigure[0] ?? '*');
  readonly calendars = computed(() =>
    newest(this.sla().calendars).filter(({ place }) => place === '*' || place === this.place()),
  );
  readonly calendar = linkedSignal(
    () => this.version()?.calendar ?? this.calendars()[0]?.key ?? '',
  );
  readonly clocks = linkedSignal<readonly Clock[]>(() => this.version()?.clocks ?? usualClocks);
  readonly from = signal('');
  readonly mayChange = computed(() => this.sla().mayConfigure.includes(this.place()));
  /** The channels that promise by it now or later. */
  readonly users = computed(() => {
    const using = this.sla().promises.filter(({ policy }) => policy === this.key());
    return [...new Set(using.map(({ channel }) => this.#desk.channelName(channel)))];
  });

  written({ target }: Event): string {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    return isField ? target.value.trim() : '';
  }

  addClock(): void {
    this.clocks.set([...this.clocks(), anotherClock(this.clocks())]);
  }

  setClock(index: number, clock: Clock): void {
    this.clocks.set(this.clocks().map((one, place) => (place === index ? clock : one)));
  }

  removeClock(index: number): void {
    this.clocks.set(this.clocks().filter((_, place) => place !== index));
  }

  async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const taken = this.sla().policies.map(({ key }) => key);
    const key = this.key() === '' ? freeKey(this.name(), taken) : this.key();
    let countsFrom = '';
    const done = await this.sending.send(async (once) => {
      const body = {
        ...{ key, place: this.place(), name: this.name(), calendar: this.calendar() },
        clocks: [...this.clocks()],
        ...countsFromOf(this.from()),
      };
      ({ countsFrom } = await this.#api.addPolicy(body, once));
    });
    if (!done) return;
    this.#notices.done(countsFromText(this.words, countsFrom));
    this.saved.emit(key);
  }
}
