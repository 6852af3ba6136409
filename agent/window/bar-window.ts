import type { ConsentScope } from '../../workflows/domain/session/vocabulary.js';
import { wakeGtk } from './gtk-loop.js';
import { ui, type Widget } from './gtk.js';
import { atTop, button, column, dot, holdWidest, paragraph, row, styled } from './pieces.js';
import { screenRoom } from './screen-room.js';
import { onSignal } from './signals.js';
import type { BarView, Intentions, View } from './view.js';
import { wordsOf } from './words-of.js';
import type { Words } from './words.js';

const topLevel = 0;
const utility = 5;
const visibilityEvents = 1 << 17;
const northEast = 3;
/** So wide a text leaves room for the buttons on a small screen. */
const lineOfText = 38;
const textWidth = 340;
const mostUnread = 99;
const raiseEvery = 1000;
/** Two windows that each want to be on top must not drive each other without a pause. */
const raiseAtMostEvery = 300;

/**
 * The bar that stands above everything while somebody may see the screen. It cannot be closed, only made true.
 * Its buttons stay where they are, whatever else it says: who hurries to Stop must not press another.
 */
export class BarWindow {
  readonly #widget: Widget;
  readonly #intentions: Intentions;
  #content: Widget | undefined;
  #shown = '';
  #headline: Widget | undefined;
  #driveLine: Widget | undefined;
  #newsLine: Widget | undefined;
  #chatButton: Widget | undefined;
  /** Where the bar ends on the right for as long as it is shown. */
  #right: number | undefined;
  #raisedAt = Number.NEGATIVE_INFINITY;
  #raiser: NodeJS.Timeout | undefined;

  constructor(intentions: Intentions) {
    this.#intentions = intentions;
    this.#widget = styled(ui.window(topLevel), 'mayday', 'bar');
    ui.setTitle(this.#widget, 'Mayday');
    ui.setDecorated(this.#widget, 0);
    ui.setTypeHint(this.#widget, utility);
    ui.setGravity(this.#widget, northEast);
    ui.setKeepAbove(this.#widget, 1);
    ui.setSkipTaskbar(this.#widget, 1);
    ui.setSkipPager(this.#widget, 1);
    ui.setFocusOnMap(this.#widget, 0);
    ui.setResizable(this.#widget, 0);
    ui.stick(this.#widget);
    ui.addEvents(this.#widget, visibilityEvents);
    onSignal(this.#widget, 'delete-event', () => undefined);
    for (const hidden of ['visibility-notify-event', 'window-state-event', 'unmap-event']) {
      onSignal(this.#widget, hidden, () => {
        this.#keepInSight();
      });
    }
  }

  show(view: View): void {
    const { bar } = view;
    if (!bar) {
      this.close();
      return;
    }
    const words = wordsOf(view.language);
    const key = JSON.stringify([bar.granted, bar.paused, view.language]);
    if (key !== this.#shown) this.#draw(bar, words);
    this.#shown = key;
    this.#write(bar, words);
  }

  close(): void {
    clearTimeout(this.#raiser);
    this.#raiser = undefined;
    this.#shown = '';
    this.#right = undefined;
    if (ui.isVisible(this.#widget) === 1) ui.hide(this.#widget);
  }

  #draw(bar: BarView, words: Words): void {
    this.#headline = paragraph('', lineOfText, 'who');
    this.#driveLine = paragraph('', lineOfText, 'muted');
    this.#newsLine = paragraph('', lineOfText, 'news');
    const said = column(0, this.#headline, this.#driveLine, this.#newsLine);
    ui.setSizeRequest(said, textWidth, -1);
    const pause = this.#pause(bar);
    const chat = button('', () => {
      this.#intentions.openChat(true);
    });
    this.#chatButton = chat;
    const content = styled(
      row(
        8,
        styled(dot('live'), ...(bar.paused ? ['paused'] : [])),
        said,
        ...bar.granted.map((scope) => atTop(this.#chip(scope, words))),
        atTop(pause),
        atTop(chat),
        atTop(this.#stop(words)),
      ),
      'inside',
    );
    if (this.#content !== undefined) ui.destroy(this.#content);
    this.#content = content;
    ui.add(this.#widget, content);
    // Only shown, and within the window, do they have their widths.
    ui.showAll(content);
    holdWidest(pause, words.pause, words.resume);
    holdWidest(chat, words.chat, `${words.chat} (${mostUnread}+)`);
    ui.setButton(pause, bar.paused ? words.resume : words.pause);
    ui.showAll(this.#widget);
    this.#watch();
  }

  /** Changes words in place: a button that is being pressed must not be exchanged for another. */
  #write(bar: BarView, words: Words): void {
    const unread = bar.unread > mostUnread ? `${mostUnread}+` : String(bar.unread);
    const chat = bar.unread > 0 ? `${words.chat} (${unread})` : words.chat;
    if (this.#headline !== undefined) ui.setLabel(this.#headline, headline(bar, words));
    if (this.#driveLine !== undefined) ui.setLabel(this.#driveLine, driveLine(bar, words));
    this.#writeNews(bar, words);
    if (this.#chatButton !== undefined) {
      ui.setButton(this.#chatButton, chat);
      const style = ui.style(this.#chatButton);
      if (bar.unread > 0) ui.addClass(style, 'unread');
      else ui.removeClass(style, 'unread');
    }
    ui.resize(this.#widget, 1, 1);
    setImmediate(() => {
      this.#place();
      wakeGtk();
    });
  }

  #writeNews(bar: BarView, words: Words): void {
    if (this.#newsLine === undefined) return;
    const news = newsOf(bar, words);
    ui.setLabel(this.#newsLine, news);
    if (news === '') ui.hide(this.#newsLine);
    else ui.show(this.#newsLine);
  }

  #chip(scope: ConsentScope, words: Words): Widget {
    const chip = button(
      `${words.chips[scope]} ×`,
      () => {
        this.#intentions.takeBack(scope);
      },
      'chip',
    );
    ui.setTooltip(chip, words.takeBack(words.chips[scope]));
    return chip;
  }

  #pause({ paused }: BarView): Widget {
    return button('', () => {
      this.#intentions.pause(!paused);
    });
  }

  #stop(words: Words): Widget {
    return button(
      words.stop,
      () => {
        this.#intentions.stop();
      },
      'stop',
    );
  }

  /** In the middle of the upper edge of the first screen, where it is seen and rarely in the way; it grows to the left. */
  #place(): void {
    const room = screenRoom();
    if (room === null) return;
    const natural = [0];
    ui.naturalWidth(this.#widget, null, natural);
    const width = natural[0] ?? 0;
    this.#right ??= room.x + Math.floor((room.width + width) / 2);
    ui.move(this.#widget, Math.max(room.x, this.#right - width), room.y);
  }

  #watch(): void {
    this.#raiser ??= setInterval(() => {
      this.#keepInSight();
      wakeGtk();
    }, raiseEvery);
  }

  #keepInSight(): void {
    const now = performance.now();
    if (this.#raiser === undefined || now - this.#raisedAt < raiseAtMostEvery) return;
    this.#raisedAt = now;
    if (ui.isVisible(this.#widget) === 0) ui.showAll(this.#widget);
    ui.deiconify(this.#widget);
    ui.setKeepAbove(this.#widget, 1);
    const window = ui.gdkWindow(this.#widget);
    if (window !== null) ui.raise(window);
    this.#place();
  }
}

function headline(bar: BarView, words: Words): string {
  if (bar.paused) return words.paused;
  const names = bar.watchers.map((watcher) => watcher.name);
  return names.length === 0 ? words.nobodySees : words.sees(names);
}

/** What has become different, or is about to. */
function newsOf({ narrowed, handover }: BarView, words: Words): string {
  const chips = (scopes: readonly ConsentScope[]): string =>
    scopes.map((scope) => words.chips[scope]).join(', ');
  const news: string[] = [];
  if (narrowed) {
    const { technician, lost } = narrowed;
    news.push(lost ? words.takenBack(chips(lost)) : words.onlySees(technician));
  }
  if (handover) {
    const { to, from, losing } = handover;
    const change = losing.length > 0 ? words.willLose(chips(losing)) : words.nothingElse;
    news.push(`${words.handover(to, from)} ${change}`);
  }
  return news.join(' ');
}

function driveLine(bar: BarView, words: Words): string {
  if (!bar.granted.includes('control') || !bar.driver || bar.paused) return words.youDrive;
  if (bar.controlPause === 'desk-away') return words.deskAway;
  return bar.controlPause === 'person' ? words.handsOff : words.drives(bar.driver.name);
}
