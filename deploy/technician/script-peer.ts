import { RTCPeerConnection } from 'werift';
import type { IceServer, PeerConnection } from '../../agent/media/webrtc.js';

/**
 * A peer connection in TypeScript alone, for ends that the desk cuts off in the middle of a sending, which
 * the helper's own part does not always survive (docs/decisions/0091).
 */
export function newScriptPeer(iceServers: readonly IceServer[]): PeerConnection {
  // It is more than is asked for, and describes itself by classes of its own.
  return new RTCPeerConnection({ iceServers: [...iceServers] }) as unknown as PeerConnection;
}
