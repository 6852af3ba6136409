import { ui, type Widget } from './gtk.js';
import { column, styled } from './pieces.js';

/** How wide the helper's first window is. */
export const stageWidth = 440;

/** One page of the helper's first window. */
export function stagePage(...children: readonly Widget[]): Widget {
  const made = styled(column(16, ...children), 'card');
  ui.setSizeRequest(made, stageWidth, -1);
  return made;
}
