import type { IncomingMessage, Server } from 'node:http';
import wrtc from '@roamhq/wrtc';
import { type WebSocket, WebSocketServer } from 'ws';

/** A request of janus.js, as far as the fake looks into it. */
interface JanusRequest {
  readonly janus: string;
  readonly transaction: string;
  readonly session_id?: number;
  readonly body?: { readonly request: string };
  readonly jsep?: RTCSessionDescriptionInit;
}

/** A frame in planes, brightness first. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const sessionId = 1_001;
const handleId = 2_002;

/** Speaks enough of Janus's VideoRoom to take a browser's picture and to count its frames. */
export class FakeRelay {
  /** What was asked of Janus, in order: `create`, `join`, `publish`, `claim` and so on. */
  readonly asked: string[] = [];
  /** The second subprotocol of each socket. */
  readonly tickets: string[] = [];
  /** Text that came over data channels. */
  readonly told: string[] = [];
  /** Whether a claim finds the old session, as it does until Janus itself is restarted. */
  remembers = true;
  frames = 0;
  /** The luma of the last frame's middle, 0 to 255; black is 16 or less. */
  brightness = 0;
  #peer: RTCPeerConnection | null = null;
  readonly #sockets: WebSocketServer;

  constructor(server: Server, path: string) {
    this.#sockets = new WebSocketServer({
      server,
      path,
      handleProtocols: (offered) => (offered.has('janus-protocol') ? 'janus-protocol' : false),
    });
    this.#sockets.on('connection', (socket, request) => {
      this.#welcome(socket, request);
    });
  }

  /** Cuts every socket, as a restart of the relay does. */
  cut(code = 1012): void {
    for (const socket of this.#sockets.clients) socket.close(code);
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
    this.#peer?.close();
  }

  #welcome(socket: WebSocket, request: IncomingMessage): void {
    const [, ticket = ''] = (request.headers['sec-websocket-protocol'] ?? '').split(/, */);
    this.tickets.push(ticket);
    socket.on('message', (data: Buffer) => {
      void this.#hear(socket, JSON.parse(data.toString()) as JanusRequest);
    });
  }

  async #hear(socket: WebSocket, request: JanusRequest): Promise<void> {
    const say = (answer: object): void => {
      socket.send(
        JSON.stringify({ transaction: request.transaction, session_id: sessionId, ...answer }),
      );
    };
    this.asked.push(request.body?.request ?? request.janus);
    if (request.janus === 'message') say(await this.#plugin(request));
    else if (request.janus === 'claim' && !this.remembers) say(noSuchSession);
    else if (request.janus === 'create') say({ janus: 'success', data: { id: sessionId } });
    else if (request.janus === 'attach') say({ janus: 'success', data: { id: handleId } });
    else say({ janus: request.janus === 'claim' ? 'success' : 'ack' });
  }

  async #plugin({ body, jsep }: JanusRequest): Promise<object> {
    const data =
      body?.request === 'join'
        ? { videoroom: 'joined', publishers: [] }
        : { videoroom: 'event', configured: 'ok' };
    const answer = jsep ? { jsep: await this.#take(jsep) } : {};
    const plugin = 'janus.plugin.videoroom';
    return { janus: 'event', sender: handleId, plugindata: { plugin, data }, ...answer };
  }

  async #take(offer: RTCSessionDescriptionInit): Promise<RTCSessionDescriptionInit> {
    this.#peer?.close();
    const peer = new wrtc.RTCPeerConnection();
    this.#peer = peer;
    peer.ontrack = ({ track }) => {
      this.#watch(track);
    };
    peer.ondatachannel = ({ channel }) => {
      channel.onmessage = ({ data }) => this.told.push(String(data));
    };
    await peer.setRemoteDescription(offer);
    await peer.setLocalDescription(await peer.createAnswer());
    await gathered(peer);
    const { type, sdp } = peer.localDescription ?? { type: 'answer', sdp: '' };
    return { type, sdp };
  }

  #watch(track: MediaStreamTrack): void {
    const sink = new wrtc.nonstandard.RTCVideoSink(track);
    sink.onframe = ({ frame }: { readonly frame: Picture }) => {
      this.frames += 1;
      const middle = Math.floor(frame.height / 2) * frame.width + Math.floor(frame.width / 2);
      this.brightness = frame.data[middle] ?? 0;
    };
  }
}

const noSuchSession = { janus: 'error', error: { code: 458, reason: 'No such session' } };

function gathered(peer: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (peer.iceGatheringState === 'complete') resolve();
    };
    peer.onicegatheringstatechange = look;
    look();
  });
}
