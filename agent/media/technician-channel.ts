import type { JanusLine } from './janus-line.js';
import { MediaHandle } from './media-handle.js';
import type { Place } from './room-seat.js';
import type { DataChannel } from './webrtc.js';

/** Receives what one technician sends over the data channel. */
export class TechnicianChannel {
  readonly handle: MediaHandle;

  private constructor(handle: MediaHandle) {
    this.handle = handle;
  }

  /** Subscribes to a feed of the room. Throws JanusRefusal. */
  static async open(
    line: JanusLine,
    place: Place,
    feed: string,
    receive: (bytes: Uint8Array) => void,
    failed: () => void,
  ): Promise<TechnicianChannel> {
    const { client } = line;
    const id = await client.attach();
    const handle = new MediaHandle(line, id, place.iceServers, failed);
    listen(handle, receive);
    const attached = await client.ask(id, {
      request: 'join',
      ptype: 'subscriber',
      room: place.room,
      streams: [{ feed }],
    });
    if (attached.jsep) {
      await handle.describe(attached.jsep);
      const reply = await handle.peer.createAnswer();
      await handle.peer.setLocalDescription(reply);
      await client.ask(id, { request: 'start', room: place.room }, reply);
    }
    return new TechnicianChannel(handle);
  }
}

function listen(handle: MediaHandle, receive: (bytes: Uint8Array) => void): void {
  const attend = (channel: DataChannel): void => {
    channel.binaryType = 'arraybuffer';
    channel.onmessage = ({ data }) => {
      if (data instanceof ArrayBuffer) receive(new Uint8Array(data));
      else if (data instanceof Uint8Array) receive(data);
    };
  };
  handle.peer.ondatachannel = ({ channel }) => {
    attend(channel);
  };
  // Janus relays data to a peer that only subscribes once that peer has opened this channel itself.
  attend(handle.peer.createDataChannel('JanusDataChannel'));
}
