import { ui } from './gtk.js';

/** Where windows can be on the first screen, without its panels. */
export interface ScreenRoom {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The room on the first screen, or null while there is none. */
export function screenRoom(): ScreenRoom | null {
  const display = ui.display();
  const monitor = ui.primaryMonitor(display) ?? ui.monitor(display, 0);
  if (monitor === null) return null;
  const area = new Int32Array(4);
  ui.workarea(monitor, area);
  const [x = 0, y = 0, width = 0, height = 0] = area;
  return { x, y, width, height };
}
