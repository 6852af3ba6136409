import type { Page } from 'playwright-core';

/** The pixels of the canvas that shows the user's screen, a word `0x00RRGGBB` each, row after row. */
export async function readCanvas(page: Page): Promise<Uint32Array> {
  const encoded = await page.locator('md-screen-view canvas').evaluate(encodeCanvas);
  const bytes = Buffer.from(encoded, 'base64');
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUIntBE(at * 4, 3));
}

/** Red, green, blue and alpha of each pixel in base64; runs in the browser. */
function encodeCanvas(canvas: HTMLCanvasElement): string {
  const context = canvas.getContext('2d');
  if (!context) return '';
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const pieces: string[] = [];
  for (let at = 0; at < data.length; at += 32_768) {
    pieces.push(String.fromCharCode(...data.subarray(at, at + 32_768)));
  }
  return btoa(pieces.join(''));
}
