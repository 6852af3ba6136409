import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';

/** What a page was like for who uses it, since it was opened; the page itself writes it. */
export interface Vitals {
  /** Milliseconds until the largest thing of the first screen was painted. */
  largestPaint: number;
  /** Milliseconds from the worst interaction to the frame that answered it; null before the first. */
  slowestInteraction: number | null;
  /** The share by which things jumped. */
  layoutShift: number;
  /** Milliseconds of each task that held everything else up for more than 50. */
  longTasks: number[];
}

const module = fileURLToPath(import.meta.resolve('web-vitals'));
const library = readFileSync(join(dirname(module), 'web-vitals.iife.js'), 'utf8');

/** Watches a page by Chromium's own entries, read by the library that its makers publish for that. */
export class PageVitals {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #files = new Set<string>();

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
  }

  /** Watches whatever the page opens from now on, on a processor that many times slower. */
  static async watch(page: Page, slowness: number): Promise<PageVitals> {
    const devtools = await page.context().newCDPSession(page);
    const vitals = new PageVitals(page, devtools);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    await vitals.#noteFiles();
    await page.addInitScript({ content: `${library};globalThis.webVitals = webVitals;` });
    await page.addInitScript(observe);
    return vitals;
  }

  /** Opens an address as somebody does who has nothing of it yet. */
  async open(url: string): Promise<void> {
    this.#files.clear();
    await this.#page.goto(url);
  }

  /**
   * Bytes of the documents, scripts, styles, fonts and pictures that it has loaded since, as the desk
   * sends them over TLS: from the plain address of a bench, browsers do not ask for Brotli.
   */
  async loadedBytes(): Promise<number> {
    const sizes = [...this.#files].map((url) => sizeInBrotli(url));
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  }

  /** What has been seen so far. */
  read(): Promise<Vitals> {
    return this.#page.evaluate(() => window.seenVitals);
  }

  /** Forgets long tasks so far: those of loading, when the work begins. */
  async forgetTasks(): Promise<void> {
    await this.#page.evaluate(() => window.seenVitals.longTasks.splice(0));
  }

  async #noteFiles(): Promise<void> {
    await this.#devtools.send('Network.enable');
    await this.#devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    this.#devtools.on('Network.responseReceived', ({ response: { url } }) => {
      if (!new URL(url).pathname.startsWith('/api/')) this.#files.add(url);
    });
  }
}

async function sizeInBrotli(url: string): Promise<number> {
  const request = get(url, { headers: { 'Accept-Encoding': 'br' } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return (await buffer(response)).length;
}

declare global {
  interface Window {
    seenVitals: Vitals;
    webVitals: Record<
      'onLCP' | 'onINP' | 'onCLS',
      (
        tell: (metric: { value: number }) => void,
        options: { reportAllChanges: true; durationThreshold?: number },
      ) => void
    >;
  }
}

/** Keeps what is seen where it can be read. Runs in the browser. */
function observe(): void {
  const seen: Vitals = {
    largestPaint: NaN,
    slowestInteraction: null,
    layoutShift: 0,
    longTasks: [],
  };
  window.seenVitals = seen;
  const always = { reportAllChanges: true } as const;
  window.webVitals.onLCP(({ value }) => (seen.largestPaint = value), always);
  window.webVitals.onCLS(({ value }) => (seen.layoutShift = value), always);
  window.webVitals.onINP(({ value }) => (seen.slowestInteraction = value), {
    ...always,
    durationThreshold: 16,
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}
