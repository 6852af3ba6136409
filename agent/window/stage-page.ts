import { ui, type Widget } from './gtk.js';
import { column, styled } from './pieces.js';
import { screenRoom } from './screen-room.js';

/** How wide the helper's first window is. */
export const stageWidth = 440;

/** One page of the helper's first window. */
export function stagePage(...children: readonly Widget[]): Widget {
  const made = styled(column(16, ...children), 'card');
  ui.setSizeRequest(made, stageWidth, -1);
  return made;
}

const never = 2;
const automatic = 1;
/** What the window's title and its surroundings take of the screen. */
const above = 110;
const leastHeight = 240;

/** A page that can be longer than the screen is high, and is scrolled then. */
export function longPage(...children: readonly Widget[]): Widget {
  const scroll = ui.scrolled(null, null);
  ui.setScroll(scroll, never, automatic);
  ui.naturalHeight(scroll, 1);
  const room = screenRoom();
  if (room) ui.mostHeight(scroll, Math.max(leastHeight, room.height - above));
  ui.add(scroll, stagePage(...children));
  return scroll;
}
