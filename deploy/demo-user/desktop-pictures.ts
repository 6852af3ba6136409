import { renameSync, writeFileSync } from 'node:fs';
import type { Watch } from '../../agent/platform/desktop.js';
import { ScreenImage } from '../../agent/platform/x11/screen-image.js';
import { screenSize } from '../../agent/platform/x11/screen-capture.js';
import { XConnection } from '../../agent/platform/x11/x-connection.js';
import { png } from './png.js';

/** Writes a picture of a display to a file every few seconds, until closed. */
export function keepPicturing(display: string, file: string, everyMs: number): Watch {
  const connection = new XConnection(display, () => undefined);
  const size = screenSize(connection.display, connection.root);
  const image = new ScreenImage(connection.display, connection.root, size);
  const timer = setInterval(() => {
    image.refresh(0, size.height);
    writeFileSync(`${file}.new`, png(image.picture));
    renameSync(`${file}.new`, file);
  }, everyMs);
  return {
    close: () => {
      clearInterval(timer);
      image.close();
      connection.close();
    },
  };
}
