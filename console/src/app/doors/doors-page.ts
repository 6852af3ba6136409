import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  signal,
} from '@angular/core';
import type { Door } from '../desk/contract.js';
import { DeskClock } from '../desk/desk-clock.js';
import { asProblem } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { Icon } from '../shell/icon.js';
import type { IconName } from '../shell/icon-name.js';
import { KeyName } from '../shell/keys/key-name.js';
import { Notices } from '../shell/notices.js';
import { PageHead } from '../shell/page-head.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { SecondPress } from '../shell/second-press.js';
import { agoText, instantText } from '../words/spans.js';
import { Words } from '../words/words.js';
import { DoorsStore } from './doors-store.js';
import { SosCard } from './sos-card.js';

const icons: Readonly<Record<Door['kind'], IconName>> = {
  link: 'link',
  code: 'hash',
  'sos-call': 'life-buoy',
};

/** Every way in that is open now, and the SOS Calls with their links. */
@Component({
  selector: 'md-doors-page',
  imports: [Icon, KeyName, PageHead, ProblemAlert, SecondPress, SosCard],
  templateUrl: './doors-page.html',
  providers: [DoorsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DoorsPage {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly dialogs = inject(Dialogs);
  readonly store = inject(DoorsStore);
  readonly #clock = inject(DeskClock);
  readonly #notices = inject(Notices);

  readonly icons = icons;
  readonly kindKeys = {
    link: 'doors.link',
    code: 'doors.code',
    'sos-call': 'doors.sosCall',
  } as const;
  /** The door that is about to be closed and waits for a second press. */
  readonly closing = signal<string | null>(null);
  readonly mayManage = computed(() => this.desk.mayAnywhere('sos-call.manage'));

  constructor() {
    this.store.begin(inject(DestroyRef));
  }

  since(door: Pick<Door, 'since'>): string {
    return agoText(Date.parse(door.since), this.#clock.now(), this.words.locale());
  }

  until({ until }: Pick<Door, 'until'>): string {
    if (until === null) return this.words.t('doors.forever');
    return instantText(Date.parse(until), this.#clock.now(), this.words.locale());
  }

  /** A code is the user's own; what nobody here has made came with the desk. */
  by({ kind, by }: Pick<Door, 'kind' | 'by'>): string {
    return by?.name ?? this.words.t(kind === 'code' ? 'doors.byUser' : 'actor.desk');
  }

  channel(key: string | null): string {
    if (key === null) return this.words.t('doors.anyChannel');
    return this.desk.channelName(key);
  }

  async withdraw(door: Pick<Door, 'kind' | 'id' | 'channel'>): Promise<void> {
    this.closing.set(null);
    await this.#do(() => this.store.withdraw(door), this.words.t('doors.withdrawn'));
  }

  add(): void {
    const saved = () => void this.store.load();
    this.dialogs.show({ kind: 'sos-call', call: null, channel: null, saved });
  }

  async #do(act: () => Promise<void>, said: string): Promise<void> {
    try {
      await act();
      this.#notices.done(said);
    } catch (thrown) {
      this.#notices.problem(asProblem(thrown));
    }
  }
}
