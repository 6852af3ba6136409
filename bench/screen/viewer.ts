import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { Size } from '../../agent/platform/desktop.js';
import { Closing } from '../closing.js';
import { pidOf } from '../measure/cpu-time.js';
import { startXvfb } from '../../deploy/desktop/display.js';
import { Eye } from './eye.js';

/** The technician's screen: a Chromium that fills a display of its own, and an eye on that. */
export interface Viewer {
  readonly page: Page;
  readonly eye: Eye;
  /** The browser's first process, whose children are the others. */
  readonly browserPid: number;
  close(): Promise<void>;
}

/** Starts it with room around a picture of the desktop's size, so that nobody has to shrink the picture. */
export async function startViewer(chromiumPath: string, desktop: Size): Promise<Viewer> {
  const closing = new Closing();
  const size = { width: desktop.width + 640, height: desktop.height + 360 };
  const display = await startXvfb(size);
  closing.add(() => display.program.close());
  const profile = mkdtempSync(join(tmpdir(), 'mayday-viewer-'));
  closing.add(() => {
    rmSync(profile, { recursive: true, force: true });
  });
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    headless: false,
    viewport: null,
    chromiumSandbox: false,
    env: { ...process.env, DISPLAY: display.name },
    args: ['--kiosk', '--window-position=0,0', `--window-size=${size.width},${size.height}`],
  });
  closing.add(() => browser.close());
  const eye = new Eye(display.name);
  closing.add(() => eye.close());
  const page = browser.pages()[0] ?? (await browser.newPage());
  return {
    page,
    eye,
    browserPid: pidOf(`--user-data-dir=${profile}`),
    close: () => closing.close(),
  };
}
