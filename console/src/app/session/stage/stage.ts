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
import type { Ability, SessionDetail } from '../../desk/contract.js';
import { DeskClock } from '../../desk/desk-clock.js';
import { MyDesk } from '../../desk/my-desk.js';
import { ControlSurface } from '../../media/control-surface.js';
import { Picture } from '../../media/picture.js';
import { ScreenView } from '../../media/screen-view.js';
import { Icon } from '../../shell/icon.js';
import { Keys } from '../../shell/keys/keys.js';
import { Notices } from '../../shell/notices.js';
import { countdownText } from '../../words/spans.js';
import { Words } from '../../words/words.js';
import { ActorName } from '../actor-name.js';

/** The user's screen, and the tools around it. */
@Component({
  selector: 'md-stage',
  imports: [ControlSurface, Icon, ScreenView],
  templateUrl: './stage.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Stage {
  readonly words = inject(Words);
  readonly picture = inject(Picture);
  readonly #actors = inject(ActorName);
  readonly #clock = inject(DeskClock);
  readonly #me = inject(MyDesk).key;
  readonly #notices = inject(Notices);

  readonly session = input.required<SessionDetail>();
  readonly askMore = output();
  readonly disconnected = output();
  readonly frame = viewChild.required<ElementRef<HTMLElement>>('frame');

  readonly actual = signal(false);
  readonly fullScreen = signal(false);
  readonly wanted = linkedSignal({ source: () => this.session().id, computation: () => true });
  readonly mayDrive = computed(() => this.may('drive'));
  /** Where input goes: nowhere while control is off, not mine or not allowed. */
  readonly sender = computed(() =>
    this.wanted() && this.mayDrive() ? this.picture.sender() : null,
  );
  readonly line = computed(() => {
    const quality = this.picture.quality();
    if (!quality) return null;
    const { width, height, framesPerSecond, roundTripMs } = quality;
    const trip = roundTripMs === null ? [] : [`${roundTripMs} ms`];
    return [
      `${width} × ${height}`,
      this.words.t('stage.fps', { n: framesPerSecond }),
      ...trip,
    ].join(' · ');
  });
  readonly poor = computed(() => (this.picture.quality()?.roundTripMs ?? 0) > 250);
  /** Who drives in my place, or that nobody can: then what I do has no effect. */
  readonly onlyWatching = computed(() => {
    const { driver } = this.session();
    if (this.mayDrive() || this.picture.state() === 'off') return null;
    if (driver && driver.key !== this.#me()) {
      return this.words.t('stage.otherDrives', { name: this.#actors.person(driver) });
    }
    return this.words.t('stage.viewOnly');
  });
  readonly paused = computed(() => {
    const told = this.session().deviceCard?.paused === true ? 'paused-by-user' : null;
    const reason = this.picture.paused() ?? told;
    return reason === null
      ? null
      : this.words.t(`paused.${reason}`, { name: this.session().requester.name });
  });
  readonly asking = computed(() => {
    const { question } = this.session();
    if (!question) return null;
    const left = countdownText(Date.parse(question.until) - this.#clock.now(), this.words.locale());
    const scopes = question.scopes.map((scope) => this.words.t(`scope.${scope}.short`));
    return this.words.t('stage.asking', { scopes: this.words.list(scopes), left });
  });
  readonly message = computed(() => {
    if (this.session().connection === 'reconnecting') return this.words.t('stage.deviceLost');
    switch (this.picture.state()) {
      case 'off':
        return this.words.t(this.may('join') ? 'stage.joinFirst' : 'stage.notYours');
      case 'connecting':
        return this.words.t('stage.connecting');
      case 'waiting':
        return this.words.t('stage.waiting');
      case 'again':
        return this.words.t('stage.again');
      case 'refused':
        return this.words.t('stage.refused');
      case 'showing':
        return null;
    }
  });

  constructor() {
    effect(() => {
      const message = this.message() ?? this.paused();
      if (message !== null) this.#notices.say(message);
    });
    // Shows every point of the picture as one point of this screen, when that is wanted.
    effect(() => {
      const size = this.picture.size();
      const { style } = this.frame().nativeElement;
      if (!size) return;
      style.setProperty('--picture-width', `${size.width / devicePixelRatio}px`);
      style.setProperty('--picture-height', `${size.height / devicePixelRatio}px`);
    });
    inject(Keys).bind(
      [
        {
          key: 'f',
          words: 'keys.fullScreen',
          group: 'session',
          command: true,
          run: () => void this.toggleFullScreen(),
        },
        {
          key: 'z',
          words: 'keys.actual',
          group: 'session',
          command: true,
          run: () => {
            this.actual.update((on) => !on);
          },
        },
      ],
      inject(DestroyRef),
    );
  }

  may(ability: Ability): boolean {
    return this.session().abilities.includes(ability);
  }

  async toggleFullScreen(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.frame().nativeElement.requestFullscreen();
  }

  noticeFullScreen(): void {
    this.fullScreen.set(document.fullscreenElement !== null);
  }

  releasedKeys(): void {
    this.#notices.say(this.words.t('stage.keysBack'));
    this.frame().nativeElement.querySelector<HTMLElement>('.tools button')?.focus();
  }
}
