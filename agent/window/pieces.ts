import { ui, type Widget } from './gtk.js';
import { onSignal } from './signals.js';

const horizontal = 0;
const vertical = 1;
const start = 1;
const middle = 3;
const wordChar = 2;

export function row(gap: number, ...children: readonly Widget[]): Widget {
  return filled(ui.box(horizontal, gap), children);
}

export function column(gap: number, ...children: readonly Widget[]): Widget {
  return filled(ui.box(vertical, gap), children);
}

function filled(box: Widget, children: readonly Widget[]): Widget {
  for (const child of children) ui.add(box, child);
  return box;
}

/** Gives a widget style classes, by name, and gives it back. */
export function styled(widget: Widget, ...classes: readonly string[]): Widget {
  for (const name of classes) ui.addClass(ui.style(widget), name);
  return widget;
}

/** Lets a widget take the room that is left beside it. */
export function wide(widget: Widget): Widget {
  ui.setHexpand(widget, 1);
  return widget;
}

/** Keeps a widget as high as it needs, at the top of the room it has. */
export function atTop(widget: Widget): Widget {
  ui.setValign(widget, start);
  return widget;
}

/** A text on one line. */
export function text(words: string, ...classes: readonly string[]): Widget {
  const label = styled(ui.label(words), ...classes);
  ui.setXalign(label, 0);
  return label;
}

/** A text that breaks its lines within so many characters. */
export function paragraph(
  words: string,
  characters: number,
  ...classes: readonly string[]
): Widget {
  const label = text(words, ...classes);
  ui.setWrap(label, 1);
  ui.setWrapMode(label, wordChar);
  ui.setMaxChars(label, characters);
  return label;
}

export function button(words: string, clicked: () => void, ...classes: readonly string[]): Widget {
  const made = styled(ui.button(words), ...classes);
  onSignal(made, 'clicked', clicked);
  return made;
}

/** Keeps a button as wide as the longest of its words, so that its neighbours stay where they are. */
export function holdWidest(made: Widget, ...words: readonly string[]): void {
  const widths = words.map((one) => {
    const natural = [0];
    ui.setButton(made, one);
    ui.naturalWidth(made, null, natural);
    return natural[0] ?? 0;
  });
  ui.setSizeRequest(made, Math.max(...widths), -1);
}

/** A small round sign. */
export function dot(...classes: readonly string[]): Widget {
  const made = styled(ui.box(horizontal, 0), ...classes);
  ui.setValign(made, middle);
  ui.setHalign(made, start);
  return made;
}
