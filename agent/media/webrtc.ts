import native from '@roamhq/wrtc';

/** The part of WebRTC that the helper uses, as `@roamhq/wrtc` offers it in Node. */
export interface SessionDescription {
  readonly type: 'offer' | 'answer';
  readonly sdp: string;
}

export interface IceCandidate {
  readonly candidate: string;
  readonly sdpMid: string | null;
  readonly sdpMLineIndex: number | null;
}

export interface DataChannel {
  readonly label: string;
  readonly readyState: string;
  readonly bufferedAmount: number;
  binaryType: string;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onopen: (() => void) | null;
  send(data: Uint8Array | string): void;
  close(): void;
}

export interface PeerConnection {
  readonly connectionState: string;
  onicecandidate: ((event: { readonly candidate: IceCandidate | null }) => void) | null;
  onconnectionstatechange: (() => void) | null;
  ondatachannel: ((event: { readonly channel: DataChannel }) => void) | null;
  addTrack(track: VideoTrack, stream: object): object;
  createDataChannel(label: string, options?: { ordered?: boolean }): DataChannel;
  createOffer(): Promise<SessionDescription>;
  createAnswer(): Promise<SessionDescription>;
  setLocalDescription(description: SessionDescription): Promise<void>;
  setRemoteDescription(description: SessionDescription): Promise<void>;
  addIceCandidate(candidate: IceCandidate): Promise<void>;
  getStats(): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
  close(): void;
}

export interface VideoTrack {
  stop(): void;
}

/** A picture in planes: all Y, then U and V at half the size; width and height are even. */
export interface I420Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface VideoSource {
  createTrack(): VideoTrack;
  onFrame(frame: I420Frame): void;
}

export interface IceServer {
  readonly urls: string;
  readonly username?: string;
  readonly credential?: string;
}

interface WebRtc {
  readonly RTCPeerConnection: new (options: { iceServers: readonly IceServer[] }) => PeerConnection;
  readonly MediaStream: new () => object;
  readonly nonstandard: {
    readonly RTCVideoSource: new (options: { isScreencast: boolean }) => VideoSource;
  };
}

// The package describes itself by the browser's types, which have no place in a Node program.
export const webrtc = native as unknown as WebRtc;

export function newPeer(iceServers: readonly IceServer[]): PeerConnection {
  return new webrtc.RTCPeerConnection({ iceServers });
}
