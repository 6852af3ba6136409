import { ui, type Widget } from './gtk.js';
import { row, text } from './pieces.js';
import type { DeskView } from './view.js';
import type { Words } from './words.js';

/** Which desk this is: who runs it, where it is, and whether its certificate was verified. */
export function deskLine(desk: DeskView | null, words: Words): Widget {
  if (!desk) return text('');
  const parts = [text(desk.organisation, 'org')];
  const sign = desk.verified ? text(words.verified, 'ok') : text(desk.address, 'org');
  ui.setTooltip(sign, desk.address);
  return row(8, ...parts, sign);
}
