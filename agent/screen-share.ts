import type { DriverKey } from './media/control-receiver.js';
import { ControlReceiver } from './media/control-receiver.js';
import { LiveScreen } from './media/live-screen.js';
import { MediaLink, type MediaDoor } from './media/media-link.js';
import { ScreenVideo } from './media/screen-video.js';
import { TileFeed } from './media/tiles/tile-feed.js';
import type { ViewerEnd } from './media/viewer.js';
import type { ControlPause } from '../workflows/domain/picture/control-pause.js';
import { decodeViewer } from '../workflows/domain/picture/viewer-message.js';
import { ControlGate } from './control-gate.js';
import type { Desktop } from './platform/desktop.js';

/** What may be done with the screen at this moment. */
export interface ShareTerms {
  readonly view: boolean;
  readonly control: boolean;
  readonly paused: boolean;
  readonly questionOpen: boolean;
  readonly leaseHolds: boolean;
  readonly driver: DriverKey | null;
}

/** Shows the screen to the session's room and lets its driver use the desktop, as far as the terms go and not a moment longer. */
export class ScreenShare {
  readonly #desktop: Desktop;
  readonly #gate = new ControlGate();
  readonly #receiver = new ControlReceiver();
  readonly #handsChanged: () => void;
  readonly #screen: LiveScreen;
  readonly #feeds = new Set<TileFeed>();
  /** The viewers for whom tiles would be too much. */
  readonly #videoViewers = new Set<TileFeed>();
  #video: ScreenVideo | undefined;
  /** Whether the video gets through to the room. */
  #videoUp = false;
  #link: MediaLink | undefined;
  #sending = false;
  #paused = false;
  #terms: ShareTerms | undefined;
  #hands: NodeJS.Timeout | undefined;

  /** @param handsChanged told when the person takes the mouse, and when they have let it go for a while */
  constructor(desktop: Desktop, handsChanged: () => void) {
    this.#desktop = desktop;
    this.#screen = new LiveScreen(desktop);
    this.#handsChanged = handsChanged;
  }

  /** Whether the person's own hands have the mouse now. */
  get personHasMouse(): boolean {
    return this.#hands !== undefined;
  }

  /** Puts new terms in force before it returns. */
  apply(terms: ShareTerms, door: MediaDoor): void {
    const wasOpen = this.#gate.isOpen(performance.now());
    this.#gate.set(terms);
    this.#receiver.setDriver(terms.driver);
    this.#paused = terms.paused;
    this.#terms = terms;
    if (wasOpen && !this.#gate.isOpen(performance.now())) this.#desktop.releaseAll();
    if (terms.view) this.#show(door);
    else this.close();
    this.#tellPause();
  }

  /** The person touched their own mouse or keyboard. */
  touched(): void {
    if (this.#gate.isOpen(performance.now())) this.#desktop.releaseAll();
    this.#gate.touched(performance.now());
    const had = this.personHasMouse;
    this.#awaitHands();
    if (!had) this.#handsMoved();
  }

  /** Shows nothing more and lets go of everything. */
  close(): void {
    const wasShown = this.#link !== undefined;
    this.#sending = false;
    this.#screen.hide();
    this.#link?.close();
    this.#link = undefined;
    this.#video?.close();
    this.#video = undefined;
    this.#videoUp = false;
    this.#videoViewers.clear();
    if (wasShown) this.#desktop.releaseAll();
  }

  #show(door: MediaDoor): void {
    this.#link ??= new MediaLink(door, {
      videoTrack: () => this.#ownVideo().track,
      videoUp: (isUp) => {
        this.#videoUp = isUp;
        for (const feed of this.#feeds) feed.reconsider();
      },
      sending: (sending) => {
        this.#sending = sending;
        this.#capture();
      },
      viewer: (technician, send) => this.#viewer(technician, send),
    });
    this.#capture();
  }

  #capture(): void {
    if (this.#sending && !this.#paused) this.#screen.show();
    else this.#screen.hide();
  }

  #viewer(technician: string, send: (bytes: Uint8Array) => void): ViewerEnd {
    const feed = new TileFeed({
      send,
      needsVideo: (needs) => {
        this.#needsVideo(feed, needs);
      },
      isVideoUp: () => this.#videoUp,
      now: () => performance.now(),
    });
    this.#feeds.add(feed);
    feed.controlPaused(this.#pause);
    const watch = this.#screen.listen(feed);
    return {
      hear: (bytes) => {
        const message = decodeViewer(bytes);
        if (message) feed.hear(message);
        else {
          feed.touched();
          this.#control(technician, bytes);
        }
      },
      close: () => {
        this.#feeds.delete(feed);
        watch.close();
        feed.close();
        this.#needsVideo(feed, false);
      },
    };
  }

  #needsVideo(feed: TileFeed, needs: boolean): void {
    if (needs) this.#videoViewers.add(feed);
    else this.#videoViewers.delete(feed);
    const needed = this.#videoViewers.size > 0;
    this.#link?.needVideo(needed);
    if (needed) this.#ownVideo().start();
    else this.#video?.stop();
  }

  #ownVideo(): ScreenVideo {
    this.#video ??= new ScreenVideo(this.#screen);
    return this.#video;
  }

  #control(technician: string, bytes: Uint8Array): void {
    const message = this.#receiver.accept(technician, bytes);
    if (message && this.#gate.isOpen(performance.now())) this.#desktop.inject(message);
  }

  #handsMoved(): void {
    this.#handsChanged();
    this.#tellPause();
  }

  /** Whoever drives sees why nothing moves. */
  #tellPause(): void {
    for (const feed of this.#feeds) feed.controlPaused(this.#pause);
  }

  get #pause(): ControlPause | null {
    const terms = this.#terms;
    if (!terms?.control) return null;
    if (terms.paused) return 'paused-by-user';
    if (terms.questionOpen) return 'question';
    if (!terms.leaseHolds) return 'desk-unreachable';
    return this.personHasMouse ? 'user-active' : null;
  }

  #awaitHands(): void {
    clearTimeout(this.#hands);
    this.#hands = setTimeout(() => {
      this.#hands = undefined;
      this.#handsMoved();
    }, this.#gate.personLeft(performance.now()));
  }
}
