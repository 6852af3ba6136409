import type { Page } from 'playwright-core';

/** The line of a session in a console's queue, watched by the browser itself. */
export class SeenRow {
  readonly #waiting: ((at: number) => void)[] = [];

  private constructor() {
    // Opened by watch.
  }

  /** Watches the line of the session; from then on each turn is told with the instant at which it was painted. */
  static async watch(page: Page, sessionId: string): Promise<SeenRow> {
    const seen = new SeenRow();
    await page.exposeFunction('turnWasPainted', (at: number) => seen.#waiting.shift()?.(at));
    await page.locator(`#row-${sessionId}`).waitFor();
    await page.evaluate(watchTurns, `row-${sessionId}`);
    return seen;
  }

  /** When the next turn was painted, by the machine's clock in milliseconds. */
  next(): Promise<number> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

declare function turnWasPainted(at: number): void;

/** Tells of each change of the sign "on hold" as soon as the frame that shows it is drawn. Runs in the browser. */
function watchTurns(id: string): void {
  const isOnHold = () => {
    const line = document.getElementById(id)?.closest('md-queue-row-line');
    return line?.querySelector('.tag.warn') != null;
  };
  let last = isOnHold();
  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    turnWasPainted(Date.now());
  };
  new MutationObserver(() => {
    const now = isOnHold();
    if (now === last) return;
    last = now;
    // What is posted while a frame is made comes after it was drawn.
    requestAnimationFrame(() => {
      painted.port2.postMessage(null);
    });
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
