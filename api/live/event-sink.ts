/** One event of a stream, ready for the wire. */
export type EncodedEvent = Buffer;

/** The receiving end of a stream of server-sent events. */
export interface EventSink {
  /** Where the receiver left off, as it says itself, or null. */
  readonly lastEventId: string | null;
  /** Sends, or cuts a receiver off that does not keep up; a closed sink swallows it. */
  send(event: EncodedEvent): void;
  /** Ends the stream; the receiver will come again. */
  close(): void;
  /** Calls once when the stream has ended, whoever ended it. */
  onClose(listener: () => void): void;
}

/** An event on the wire. */
export function encodeEvent(type: string, data: unknown, id?: string): EncodedEvent {
  const position = id === undefined ? '' : `id: ${id}\n`;
  return Buffer.from(`${position}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** A sign of life that means nothing else. */
export const heartbeat: EncodedEvent = Buffer.from(': here\n\n');
