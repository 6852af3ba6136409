import { EventSourceParserStream } from 'eventsource-parser/stream';
import { problemFrom, unreachable } from './desk-problem.js';
import { type LiveEvent, liveEventOf } from './live-event.js';

/** The desk sends a sign of life every 15 s; three missed ones mean that the line is dead. */
const longestSilence = 45_000;

export interface Numbered {
  readonly id: string | null;
  readonly event: LiveEvent | null;
}

/**
 * Reads the live stream from where `lastId` left off until it ends; the first item, without event,
 * says that the desk has answered. Throws a DeskProblem when it refuses or cannot be reached.
 */
export async function* readLive(
  fetchDesk: typeof fetch,
  lastId: string | null,
  stop: AbortSignal,
): AsyncGenerator<Numbered> {
  const silence = new AbortController();
  const response = await open(fetchDesk, lastId, AbortSignal.any([stop, silence.signal]));
  yield { id: lastId, event: null };
  let timer = setTimeout(() => {
    silence.abort();
  }, longestSilence);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      silence.abort();
    }, longestSilence);
  };
  try {
    for await (const { event, id, data } of messagesOf(response, heard)) {
      yield { id: id ?? null, event: liveEventOf(event, data) };
    }
  } finally {
    clearTimeout(timer);
  }
}

async function open(
  fetchDesk: typeof fetch,
  lastId: string | null,
  signal: AbortSignal,
): Promise<Response> {
  const headers = new Headers({ accept: 'text/event-stream' });
  if (lastId !== null) headers.set('Last-Event-ID', lastId);
  const request = { headers, signal, cache: 'no-store', credentials: 'same-origin' } as const;
  const response = await fetchDesk('/api/live', request).catch((): never => {
    throw unreachable();
  });
  if (!response.ok) throw problemFrom(await response.json().catch(() => null), response.status);
  return response;
}

async function* messagesOf(response: Response, heard: () => void) {
  if (!response.body) return;
  const ear = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, next) {
      heard();
      next.enqueue(chunk);
    },
  });
  const reader = response.body
    .pipeThrough(ear)
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
