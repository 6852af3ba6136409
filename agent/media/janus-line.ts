import type { JanusClient, JanusEvent } from './janus-client.js';
import type { IceServer, PeerConnection } from './webrtc.js';

/** Something at Janus that hears what is said to it, and can be given up. */
export interface OpenHandle {
  hear(event: JanusEvent): void;
  close(): void;
}

/** The client in use; another takes its place when a lost socket is replaced. */
export interface JanusLine {
  client: JanusClient;
  /** The open handles by their id; each adds and removes itself. */
  readonly handles: Map<number, OpenHandle>;
  /** A peer connection of whichever implementation this end uses. */
  readonly newPeer: (iceServers: readonly IceServer[]) => PeerConnection;
}
