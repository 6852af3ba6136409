import type { JanusClient, JanusEvent } from './janus-client.js';
import { MediaHandle, type JanusLine } from './media-handle.js';
import { mostKilobits, withStartBitrate } from './start-bitrate.js';
import { webrtc, type IceServer, type VideoTrack } from './webrtc.js';

/** Where a publisher joins, and as whom. */
export interface Place {
  readonly room: string;
  readonly participant: string;
  readonly iceServers: readonly IceServer[];
}

/** Sends the screen to the room. */
export class ScreenPublisher {
  readonly handle: MediaHandle;
  /** The event that tells who else is in the room. */
  readonly joined: JanusEvent;

  private constructor(handle: MediaHandle, joined: JanusEvent) {
    this.handle = handle;
    this.joined = joined;
  }

  /** Joins the room and publishes the track there. Throws JanusRefusal. */
  static async start(
    line: JanusLine,
    place: Place,
    track: VideoTrack,
    failed: () => void,
  ): Promise<ScreenPublisher> {
    const { client } = line;
    const id = await client.attach();
    const handle = new MediaHandle(line, id, place.iceServers, failed);
    const joined = await client.ask(id, {
      request: 'join',
      ptype: 'publisher',
      room: place.room,
      id: place.participant,
    });
    const publisher = new ScreenPublisher(handle, joined);
    await publisher.#publish(client, track);
    return publisher;
  }

  async #publish(client: JanusClient, track: VideoTrack): Promise<void> {
    const { peer, id } = this.handle;
    peer.addTrack(track, new webrtc.MediaStream());
    const offer = await peer.createOffer();
    await peer.setLocalDescription(offer);
    const bitrate = mostKilobits * 1000;
    const { jsep } = await client.ask(id, { request: 'publish', bitrate }, offer);
    if (jsep) await this.handle.describe({ ...jsep, sdp: withStartBitrate(jsep.sdp) });
  }
}
