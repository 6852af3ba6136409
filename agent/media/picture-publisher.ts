import type { JanusLine } from './janus-line.js';
import { MediaHandle } from './media-handle.js';
import type { Place } from './room-seat.js';
import { sendIfOpen } from './send-if-open.js';
import type { DataChannel } from './webrtc.js';

/** Sends the screen's tiles to one technician, as a feed of the room that only they may take. */
export class PicturePublisher {
  readonly handle: MediaHandle;
  readonly #channel: DataChannel;

  private constructor(handle: MediaHandle) {
    this.handle = handle;
    this.#channel = handle.peer.createDataChannel('picture', { ordered: true });
  }

  /** Joins the room once more, for this one window of a technician. Throws JanusRefusal. */
  static async start(
    line: JanusLine,
    { room, iceServers }: Place,
    feed: string,
    failed: () => void,
  ): Promise<PicturePublisher> {
    const { client } = line;
    const id = await client.attach();
    const handle = new MediaHandle(line, id, iceServers, failed);
    const publisher = new PicturePublisher(handle);
    try {
      await client.ask(id, { request: 'join', ptype: 'publisher', room, id: feed });
      const offer = await handle.peer.createOffer();
      await handle.peer.setLocalDescription(offer);
      const { jsep } = await client.ask(id, { request: 'publish' }, offer);
      if (jsep) await handle.describe(jsep);
      return publisher;
    } catch (error) {
      handle.close();
      throw error;
    }
  }

  /** What cannot leave now is lost; the viewer notices and asks anew. */
  send(bytes: Uint8Array): void {
    sendIfOpen(this.#channel, bytes);
  }
}
