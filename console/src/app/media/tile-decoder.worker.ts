import { TileDecoder } from './tile-decoder.js';

/** What the page says to the worker; a message of the device comes as its bytes. */
export type DecoderOrder = ArrayBuffer | { readonly kind: 'begin' | 'clear' | 'repeat' };

const decoder = new TileDecoder((news) => {
  const pieces = news.kind === 'paint' ? news.pieces : [];
  postMessage(news, { transfer: pieces.map(({ image }) => image.data.buffer) });
});

addEventListener('message', ({ data }: MessageEvent<DecoderOrder>) => {
  if (data instanceof ArrayBuffer) decoder.receive(new Uint8Array(data));
  else decoder[data.kind]();
});
