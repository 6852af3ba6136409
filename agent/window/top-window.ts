import { ui, type Widget } from './gtk.js';
import { dot, row, styled, text } from './pieces.js';
import { onSignal } from './signals.js';

const topLevel = 0;
const centre = 1;

/** A window of the helper with a title bar of its own; its content is exchanged as a whole. */
export class TopWindow {
  readonly widget: Widget;
  readonly #end: Widget;
  #content: Widget | undefined;
  #corner: Widget | undefined;

  constructor(title: string, width: number, closed: () => void) {
    this.widget = styled(ui.window(topLevel), 'mayday');
    ui.setTitle(this.widget, title);
    ui.setIconName(this.widget, 'help-browser');
    ui.setPosition(this.widget, centre);
    ui.setDefaultSize(this.widget, width, -1);
    ui.setResizable(this.widget, 0);
    const bar = ui.headerBar();
    ui.packStart(bar, row(8, dot('dot'), text('Mayday', 'name')));
    ui.setCustomTitle(bar, ui.label(''));
    ui.setShowClose(bar, 1);
    this.#end = row(0);
    ui.packEnd(bar, this.#end);
    ui.setTitlebar(this.widget, bar);
    onSignal(this.widget, 'delete-event', closed);
  }

  get visible(): boolean {
    return ui.isVisible(this.widget) === 1;
  }

  /** Puts a new content in the place of the old one, and optionally something small in the title bar. */
  fill(content: Widget, corner?: Widget): void {
    if (this.#content !== undefined) ui.destroy(this.#content);
    if (this.#corner !== undefined) ui.destroy(this.#corner);
    this.#content = content;
    this.#corner = corner;
    ui.add(this.widget, content);
    if (corner !== undefined) ui.add(this.#end, corner);
    if (this.visible) ui.showAll(this.widget);
  }

  show(): void {
    if (this.visible) return;
    ui.showAll(this.widget);
    ui.present(this.widget);
  }

  hide(): void {
    if (this.visible) ui.hide(this.widget);
  }
}
