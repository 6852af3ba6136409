import type { Page } from 'playwright-core';

/** A way to see and touch the user's desktop, ready to be opened in the viewer's browser. */
export interface Variant {
  readonly name: string;
  /** Starts what it needs and shows the desktop in the page. */
  open(page: Page): Promise<OpenView>;
}

/** A desktop in view. */
export interface OpenView {
  /** What works for it beside the browser, as process ids by name. */
  readonly parts: Readonly<Record<string, readonly number[]>>;
  /** Bytes that have reached the browser so far. */
  receivedBytes(): Promise<number>;
  close(): Promise<void>;
}
