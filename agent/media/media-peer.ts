import type { JanusEvent } from './janus-client.js';
import type { JanusLine } from './janus-line.js';
import type { IceCandidate, IceServer, PeerConnection, SessionDescription } from './webrtc.js';

/** What a peer connection tells. */
export interface PeerListener {
  /** Media get through. */
  connected?(): void;
  /** They no longer do; told once. */
  failed(): void;
}

/** The peer connection of a handle: candidates go both ways, and an end is told once. */
export class MediaPeer {
  readonly connection: PeerConnection;
  readonly #listener: PeerListener;
  /** Candidates that came before the description that they belong to. */
  #early: IceCandidate[] | null = [];
  #open = true;

  constructor(
    line: JanusLine,
    handle: number,
    iceServers: readonly IceServer[],
    listener: PeerListener,
  ) {
    this.#listener = listener;
    this.connection = line.newPeer(iceServers);
    this.connection.onicecandidate = ({ candidate }) => {
      if (this.#open) line.client.trickle(handle, candidate);
    };
    this.connection.onconnectionstatechange = () => {
      const state = this.connection.connectionState;
      if (state === 'connected' && this.#open) listener.connected?.();
      if (state === 'failed' || state === 'disconnected') this.fail();
    };
  }

  /** Takes the other side's description, and the candidates that were faster. */
  async describe(description: SessionDescription): Promise<void> {
    await this.connection.setRemoteDescription(description);
    const early = this.#early ?? [];
    this.#early = null;
    for (const candidate of early) this.#add(candidate);
  }

  /** The relay tells of a candidate of its own. */
  hear({ kind, data }: JanusEvent): void {
    const { candidate, sdpMid, sdpMLineIndex } = data;
    if (!this.#open || kind !== 'trickle' || typeof candidate !== 'string') return;
    const line = typeof sdpMLineIndex === 'number' ? sdpMLineIndex : null;
    const mid = typeof sdpMid === 'string' ? sdpMid : null;
    const found = { candidate, sdpMid: mid, sdpMLineIndex: line };
    if (this.#early) this.#early.push(found);
    else this.#add(found);
  }

  /** It is of no use any more. */
  fail(): void {
    if (!this.#open) return;
    this.close();
    this.#listener.failed();
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.connection.close();
  }

  #add(candidate: IceCandidate): void {
    this.connection.addIceCandidate(candidate).catch(() => {
      // A candidate of a kind that this machine cannot use; others will do.
    });
  }
}
