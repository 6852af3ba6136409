import type { ConsentScope } from '../../workflows/domain/session/vocabulary.js';
import { ui, type Widget } from './gtk.js';
import { button, centred, column, dot, row, styled, text } from './pieces.js';
import { onSignal } from './signals.js';
import type { BarView, Intentions, View } from './view.js';
import { wordsOf } from './words-of.js';
import type { Words } from './words.js';

const topLevel = 0;
const utility = 5;
const visibilityEvents = 1 << 17;
const raiseEvery = 1000;

/** The bar that stands above everything while somebody may see the screen. It cannot be closed, only made true. */
export class BarWindow {
  readonly #widget: Widget;
  readonly #intentions: Intentions;
  #content: Widget | undefined;
  #shown = '';
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
    const key = JSON.stringify([view.bar, view.language]);
    if (key === this.#shown) return;
    this.#shown = key;
    if (view.bar) this.#draw(view.bar, wordsOf(view.language));
    else this.close();
  }

  close(): void {
    clearTimeout(this.#raiser);
    this.#raiser = undefined;
    this.#shown = '';
    if (this.#content !== undefined) ui.hide(this.#widget);
  }

  #draw(bar: BarView, words: Words): void {
    const content = styled(
      row(
        8,
        styled(dot('live'), ...(bar.paused ? ['paused'] : [])),
        centred(column(0, text(headline(bar, words), 'who'), text(driveLine(bar, words), 'muted'))),
        ...bar.granted.map((scope) => centred(this.#chip(scope, words))),
        centred(this.#pause(bar, words)),
        centred(this.#chat(bar, words)),
        centred(
          button(
            words.stop,
            () => {
              this.#intentions.stop();
            },
            'stop',
          ),
        ),
      ),
      'inside',
    );
    if (this.#content !== undefined) ui.destroy(this.#content);
    this.#content = content;
    ui.add(this.#widget, content);
    ui.showAll(this.#widget);
    ui.resize(this.#widget, 1, 1);
    setImmediate(() => {
      this.#place();
    });
    this.#watch();
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

  #chat(bar: BarView, words: Words): Widget {
    const label = bar.unread > 0 ? `${words.chat} (${bar.unread})` : words.chat;
    return button(
      label,
      () => {
        this.#intentions.openChat(true);
      },
      ...(bar.unread > 0 ? ['unread'] : []),
    );
  }

  /** In the middle of the upper edge of the first screen, where it is seen and rarely in the way. */
  #place(): void {
    const display = ui.display();
    const monitor = ui.primaryMonitor(display) ?? ui.monitor(display, 0);
    if (monitor === null) return;
    const area = new Int32Array(4);
    ui.workarea(monitor, area);
    const width = [0];
    ui.size(this.#widget, width, [0]);
    const [left, top, breadth] = area;
    const x = (left ?? 0) + Math.max(0, Math.floor(((breadth ?? 0) - (width[0] ?? 0)) / 2));
    ui.move(this.#widget, x, top ?? 0);
  }

  #watch(): void {
    this.#raiser ??= setInterval(() => {
      this.#keepInSight();
    }, raiseEvery);
  }

  #keepInSight(): void {
    if (this.#raiser === undefined) return;
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

function driveLine(bar: BarView, words: Words): string {
  if (!bar.granted.includes('control') || !bar.driver || bar.paused) return words.youDrive;
  if (bar.controlPause === 'desk-away') return words.deskAway;
  return bar.controlPause === 'person' ? words.handsOff : words.drives(bar.driver.name);
}
