import type { ConsentScope } from '../../workflows/domain/session/vocabulary.js';
import { wakeGtk } from './gtk-loop.js';
import { ui, type Widget } from './gtk.js';
import { button, centred, column, dot, paragraph, row, styled, text } from './pieces.js';
import { screenRoom } from './screen-room.js';
import { onSignal } from './signals.js';
import type { BarView, Intentions, View } from './view.js';
import { wordsOf } from './words-of.js';
import type { Words } from './words.js';

const topLevel = 0;
const utility = 5;
const visibilityEvents = 1 << 17;
/** So long a line of news leaves room for the buttons on a small screen. */
const lineOfNews = 38;
const raiseEvery = 1000;
/** Two windows that each want to be on top must not drive each other without a pause. */
const raiseAtMostEvery = 300;

/** The bar that stands above everything while somebody may see the screen. It cannot be closed, only made true. */
export class BarWindow {
  readonly #widget: Widget;
  readonly #intentions: Intentions;
  #content: Widget | undefined;
  #shown = '';
  #headline: Widget | undefined;
  #driveLine: Widget | undefined;
  #newsLine: Widget | undefined;
  #chatButton: Widget | undefined;
  #raisedAt = Number.NEGATIVE_INFINITY;
  #raiser: NodeJS.Timeout | undefined;

  constructor(intentions: Intentions) {
    this.#intentions = intentions;
    this.#widget = styled(ui.window(topLevel), 'mayday', 'bar');
    ui.setTitle(this.#widget, 'Mayday');
    ui.setDecorated(this.#widget, 0);
    ui.setTypeHint(this.#widget, utility);
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
    if (ui.isVisible(this.#widget) === 1) ui.hide(this.#widget);
  }

  #draw(bar: BarView, words: Words): void {
    this.#headline = text('', 'who');
    this.#driveLine = text('', 'muted');
    this.#newsLine = paragraph('', lineOfNews, 'news');
    this.#chatButton = button('', () => {
      this.#intentions.openChat(true);
    });
    const content = styled(
      row(
        8,
        styled(dot('live'), ...(bar.paused ? ['paused'] : [])),
        centred(column(0, this.#headline, this.#driveLine, this.#newsLine)),
        ...bar.granted.map((scope) => centred(this.#chip(scope, words))),
        centred(this.#pause(bar, words)),
        centred(this.#chatButton),
        centred(this.#stop(words)),
      ),
      'inside',
    );
    if (this.#content !== undefined) ui.destroy(this.#content);
    this.#content = content;
    ui.add(this.#widget, content);
    ui.showAll(this.#widget);
    this.#watch();
  }

  /** Changes words in place: a button that is being pressed must not be exchanged for another. */
  #write(bar: BarView, words: Words): void {
    const chat = bar.unread > 0 ? `${words.chat} (${bar.unread})` : words.chat;
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

  #pause(bar: BarView, words: Words): Widget {
    return button(bar.paused ? words.resume : words.pause, () => {
      this.#intentions.pause(!bar.paused);
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

  /** In the middle of the upper edge of the first screen, where it is seen and rarely in the way. */
  #place(): void {
    const room = screenRoom();
    if (room === null) return;
    const width = [0];
    ui.size(this.#widget, width, [0]);
    const x = room.x + Math.max(0, Math.floor((room.width - (width[0] ?? 0)) / 2));
    ui.move(this.#widget, x, room.y);
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
  const names = bar.watchers.map((watcher) => watcher.name).join(', ');
  return names === '' ? words.nobodySees : words.sees(names);
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
