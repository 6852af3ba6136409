import { TilePainter } from './tile-painter.js';

/** What the page says to the worker; a message of the device comes as its bytes. */
export type PainterOrder =
  | ArrayBuffer
  | { readonly kind: 'canvas'; readonly canvas: OffscreenCanvas }
  | { readonly kind: 'begin' }
  | { readonly kind: 'clear' };

const painter = new TilePainter((news) => {
  postMessage(news);
});

addEventListener('message', ({ data }: MessageEvent<PainterOrder>) => {
  if (data instanceof ArrayBuffer) painter.receive(new Uint8Array(data));
  else if (data.kind === 'canvas') painter.paintOn(data.canvas);
  else if (data.kind === 'begin') painter.begin();
  else painter.clear();
});
