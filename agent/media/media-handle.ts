import type { JanusClient, JanusEvent } from './janus-client.js';
import {
  webrtc,
  type IceCandidate,
  type IceServer,
  type PeerConnection,
  type SessionDescription,
} from './webrtc.js';

/** The client in use; another takes its place when a lost socket is replaced. */
export interface JanusLine {
  client: JanusClient;
  /** The open handles by their id; each adds and removes itself. */
  readonly handles: Map<number, MediaHandle>;
}

/** A handle of the video room with its peer connection: candidates go both ways, and an end is told once. */
export class MediaHandle {
  readonly id: number;
  readonly peer: PeerConnection;
  readonly #line: JanusLine;
  readonly #failed: () => void;
  /** Candidates that came before the description that they belong to. */
  #early: IceCandidate[] | null = [];
  #open = true;

  /** @param failed called once, when the connection has failed or the other side hung up */
  constructor(line: JanusLine, id: number, iceServers: readonly IceServer[], failed: () => void) {
    this.#line = line;
    this.id = id;
    this.#failed = failed;
    line.handles.set(id, this);
    this.peer = new webrtc.RTCPeerConnection({ iceServers });
    this.peer.onicecandidate = ({ candidate }) => {
      if (this.#open) line.client.trickle(id, candidate);
    };
    this.peer.onconnectionstatechange = () => {
      const state = this.peer.connectionState;
      if (state === 'failed' || state === 'disconnected') this.#fail();
    };
  }

  /** Takes the other side's description, and the candidates that were faster. */
  async describe(description: SessionDescription): Promise<void> {
    await this.peer.setRemoteDescription(description);
    const early = this.#early ?? [];
    this.#early = null;
    for (const candidate of early) this.#add(candidate);
  }

  hear(event: JanusEvent): void {
    if (event.kind === 'trickle') this.#addCandidate(event.data);
    if (event.kind === 'hangup' || event.kind === 'detached') this.#fail();
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#line.handles.delete(this.id);
    this.#line.client.detach(this.id);
    this.peer.close();
  }

  #fail(): void {
    if (!this.#open) return;
    this.close();
    this.#failed();
  }

  #addCandidate(data: Readonly<Record<string, unknown>>): void {
    const { candidate, sdpMid, sdpMLineIndex } = data;
    if (!this.#open || typeof candidate !== 'string') return;
    const line = typeof sdpMLineIndex === 'number' ? sdpMLineIndex : null;
    const mid = typeof sdpMid === 'string' ? sdpMid : null;
    const found = { candidate, sdpMid: mid, sdpMLineIndex: line };
    if (this.#early) this.#early.push(found);
    else this.#add(found);
  }

  #add(candidate: IceCandidate): void {
    this.peer.addIceCandidate(candidate).catch(() => {
      // A candidate of a kind that this machine cannot use; others will do.
    });
  }
}
