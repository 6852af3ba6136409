import type { JanusEvent } from './janus-client.js';
import type { JanusLine, OpenHandle } from './janus-line.js';
import { MediaPeer } from './media-peer.js';
import type { IceServer, PeerConnection, SessionDescription } from './webrtc.js';

/** A handle of the video room with its peer connection, for as long as that lasts. */
export class MediaHandle implements OpenHandle {
  readonly id: number;
  readonly #line: JanusLine;
  readonly #media: MediaPeer;
  #open = true;

  /** @param failed called once, when the connection has failed or the other side hung up */
  constructor(line: JanusLine, id: number, iceServers: readonly IceServer[], failed: () => void) {
    this.#line = line;
    this.id = id;
    line.handles.set(id, this);
    this.#media = new MediaPeer(line, id, iceServers, {
      failed: () => {
        this.close();
        failed();
      },
    });
  }

  get peer(): PeerConnection {
    return this.#media.connection;
  }

  /** Takes the other side's description. */
  describe(description: SessionDescription): Promise<void> {
    return this.#media.describe(description);
  }

  hear(event: JanusEvent): void {
    this.#media.hear(event);
    if (event.kind === 'hangup' || event.kind === 'detached') this.#media.fail();
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#line.handles.delete(this.id);
    this.#line.client.detach(this.id);
    this.#media.close();
  }
}
