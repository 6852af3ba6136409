import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import type { Ability, HoldReason } from '../desk/contract.js';
import { DeskApi } from '../desk/desk-api.js';
import { MyDesk } from '../desk/my-desk.js';
import { Picture } from '../media/picture.js';
import { NextDeadline } from '../queue/next-deadline.js';
import { isForMe } from '../queue/row-action.js';
import { StateBadge } from '../queue/state-badge.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { Icon } from '../shell/icon.js';
import { KeyName } from '../shell/keys/key-name.js';
import { Keys } from '../shell/keys/keys.js';
import { ProblemWords } from '../words/problem-words.js';
import { Words } from '../words/words.js';
import { BeforeConnecting } from './stage/before-connecting.js';
import { Chat } from './beside/chat.js';
import { DeviceDetails } from './beside/device-details.js';
import { HandoverBar } from './handover/handover-bar.js';
import { PeoplePanel } from './people/people-panel.js';
import { SessionCommands } from './commands/session-commands.js';
import { sessionKeys } from './session-keys.js';
import { SessionStore } from './session-store.js';
import { Stage } from './stage/stage.js';
import { ClockStrips } from '../sla/clock-strips.js';
import { TimelineList } from './beside/timeline-list.js';

const tabs = ['chat', 'device', 'timeline'] as const;
type Tab = (typeof tabs)[number];

const holdReasons = [
  'waiting-user',
  'waiting-third-party',
  'waiting-change',
  'scheduled',
] as const satisfies readonly HoldReason[];

/** One session: the picture first, and beside it the people, the chat, the device and what happened. */
@Component({
  selector: 'md-session-page',
  imports: [
    BeforeConnecting,
    Chat,
    HandoverBar,
    DeviceDetails,
    Icon,
    KeyName,
    NextDeadline,
    PeoplePanel,
    RouterLink,
    Stage,
    ClockStrips,
    TimelineList,
    StateBadge,
  ],
  templateUrl: './session-page.html',
  providers: [SessionStore, Picture],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionPage {
  readonly words = inject(Words);
  readonly store = inject(SessionStore);
  readonly picture = inject(Picture);
  readonly commands = inject(SessionCommands);
  readonly dialogs = inject(Dialogs);
  readonly problemWords = inject(ProblemWords);
  readonly me = inject(MyDesk).key;
  readonly #api = inject(DeskApi);

  readonly id = input.required<string>();
  readonly tabs = tabs;
  readonly holdReasons = holdReasons;
  readonly tab = signal<Tab>('chat');
  readonly #seen = linkedSignal({ source: this.id, computation: () => 0 });
  readonly #userMessages = computed(
    () => this.store.messages().filter(({ side }) => side === 'user').length,
  );
  readonly unread = computed(() => Math.max(0, this.#userMessages() - this.#seen()));
  readonly #watchedId = computed(() => {
    const session = this.store.session();
    return session && this.store.mayWatch() ? session.id : null;
  });
  readonly #turn = computed(() => {
    const session = this.store.session();
    return `${session?.driverEpoch ?? 0} ${session?.driver?.key ?? ''} ${String(this.may('drive'))}`;
  });

  readonly forMe = computed(() => {
    const session = this.store.session();
    return session !== null && isForMe(session);
  });

  constructor() {
    const title = inject(Title);
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.show(id));
    });
    effect(() => {
      const session = this.store.session();
      title.setTitle(session ? `${session.requester.name} · Mayday` : 'Mayday');
    });
    effect(() => {
      if (this.tab() === 'chat') this.#seen.set(this.#userMessages());
    });
    this.#keepPicture();
    inject(Keys).bind(sessionKeys(this), inject(DestroyRef));
  }

  may(ability: Ability): boolean {
    return this.store.session()?.abilities.includes(ability) === true;
  }

  holdName(reason: HoldReason): string {
    return this.words.t(`hold.${reason}`);
  }

  tabName(tab: Tab): string {
    return this.words.t(`session.${tab}`);
  }

  hold(reason: HoldReason): Promise<void> {
    return this.#do(() => this.#api.hold(this.id(), reason));
  }

  resume(): Promise<void> {
    return this.#do(() => this.#api.command(this.id(), 'resume'));
  }

  claim(): Promise<void> {
    return this.#do(() => this.#api.command(this.id(), 'claim'));
  }

  join(): Promise<void> {
    const isInvited = this.may('leave');
    return this.#do(() =>
      this.#api.command(this.id(), isInvited ? 'collaborators/accept' : 'join'),
    );
  }

  takeOver(): Promise<void> {
    return this.#do(() => this.#api.command(this.id(), 'take-over'));
  }

  returnMouse(): Promise<void> {
    return this.#do(() => this.#api.command(this.id(), 'mouse/return'));
  }

  disconnect(): Promise<void> {
    return this.#do(() => this.#api.command(this.id(), 'disconnect'));
  }

  reopen(): Promise<void> {
    return this.#do(() => this.#api.command(this.id(), 'reopen'));
  }

  withdraw(): Promise<void> {
    return this.#do(() => this.#api.close(this.id(), { outcome: 'withdrawn' }));
  }

  /** Shows a dialog about this session. */
  show(kind: 'transfer' | 'assign' | 'close' | 'collaborate' | 'escalate' | 'ask-more'): void {
    const session = this.store.session();
    if (session) this.dialogs.show({ kind, session });
  }

  #do(command: () => ReturnType<DeskApi['session']>): Promise<void> {
    return this.commands.run(this.id(), async () => {
      const session = await command();
      this.store.take(session);
      return session;
    });
  }

  #keepPicture(): void {
    effect(() => {
      const id = this.#watchedId();
      // What starting reads of the picture's own state must not start it again.
      untracked(() => {
        if (id === null) this.picture.stop();
        else this.picture.start(id);
      });
    });
    let last = '';
    effect(() => {
      const id = this.#watchedId();
      const turn = this.#turn();
      // The first ticket tells of the first turn by itself.
      if (id !== null && last !== '' && last !== turn) {
        untracked(() => void this.picture.turn(id));
      }
      last = id === null ? '' : turn;
    });
  }
}
