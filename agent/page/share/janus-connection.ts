import Janus, { type JanusJS } from 'janus-gateway';
import adapter from 'webrtc-adapter';
import type { MediaTicket } from '../desk/shapes.js';

/** The relay's word that this right to send is gone; asking again with the same right is useless. */
const refusedCodes: readonly number[] = [4403, 4404];
/** A line that was interrupted mends itself within this time, or is made anew. */
const mendWithinMs = 2_000;

/** Why a connection ended: the socket only, the whole picture, or the right to send it. */
export type Loss = 'socket' | 'media' | 'refused';

let ready: Promise<void> | undefined;
/** janus.js makes its sockets through one function for all connections, so the next ticket waits here. */
let nextSocket: (server: string) => WebSocket = (server) => new WebSocket(server);

function initialise(): Promise<void> {
  ready ??= new Promise((resolve) => {
    const dependencies = {
      ...Janus.useDefaultDependencies({ adapter }),
      newWebSocket: (server: string) => nextSocket(server),
    };
    Janus.init({ debug: false, dependencies, callback: resolve });
  });
  return ready;
}

/** One picture on its way to Janus through the desk's relay, over as many sockets as it takes. */
export class JanusConnection {
  readonly #lost: (loss: Loss) => void;
  #janus: Janus | null = null;
  #handle: JanusJS.PluginHandle | null = null;
  #socket: WebSocket | null = null;
  #mending: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  /** `lost` is called each time something breaks. */
  constructor(lost: (loss: Loss) => void) {
    this.#lost = lost;
  }

  /** Sends a track as the ticket says; resolves once Janus has taken the offer. */
  async publish(ticket: MediaTicket, track: MediaStreamTrack): Promise<void> {
    await initialise();
    await Promise.race([this.#nextCloses(ticket), this.#publish(ticket, track)]);
  }

  /** Goes on over a new socket; rejects when Janus no longer knows the session. */
  async reclaim(ticket: MediaTicket): Promise<void> {
    const janus = this.#janus;
    if (!janus) throw new Error('There is no session to claim yet.');
    const reconnected = (): Promise<void> =>
      new Promise((resolve, reject) => {
        janus.reconnect({
          success: resolve,
          error: (reason) => {
            reject(new Error(reason));
          },
        });
      });
    await Promise.race([this.#nextCloses(ticket), reconnected()]);
  }

  /** Tells those who watch; lost when the line is down, since the state is told again soon. */
  tell(status: object): void {
    this.#handle?.data({ label: 'status', data: JSON.stringify(status) });
  }

  /** Ends the picture here and, where it can be reached, at Janus. The track itself goes on. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#mending);
    this.#handle?.hangup(false);
    this.#janus?.destroy({ cleanupHandles: false, notifyDestroyed: false });
    const socket = this.#socket;
    // The word of parting still has to leave before the line does.
    setTimeout(() => socket?.close(), 200);
  }

  async #publish(ticket: MediaTicket, track: MediaStreamTrack): Promise<void> {
    this.#janus = await this.#open(ticket);
    const handle = await this.#attach(this.#janus);
    this.#handle = handle;
    await this.#join(handle, ticket);
    await this.#offer(handle, track);
  }

  /** Prepares the next socket; rejects when it closes, for janus.js answers nothing that was asked over it then. */
  #nextCloses(ticket: MediaTicket): Promise<never> {
    return new Promise((_, reject) => {
      nextSocket = (server) => {
        const socket = new WebSocket(server, ['janus-protocol', `ticket.${ticket.ticket}`]);
        socket.addEventListener('close', ({ code }) => {
          reject(new Error('The relay closed the line.'));
          if (socket !== this.#socket) return;
          this.#lose(refusedCodes.includes(code) ? 'refused' : 'socket');
        });
        this.#socket = socket;
        return socket;
      };
    });
  }

  #open(ticket: MediaTicket): Promise<Janus> {
    const server = new URL(ticket.socketPath, location.href);
    server.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    return new Promise((resolve, reject) => {
      const janus = new Janus({
        server: server.href,
        iceServers: ticket.iceServers,
        destroyOnUnload: false,
        success: () => {
          resolve(janus);
        },
        error: (reason: unknown) => {
          reject(new Error(String(reason)));
        },
      });
    });
  }

  #attach(janus: Janus): Promise<JanusJS.PluginHandle> {
    return new Promise((resolve, reject) => {
      janus.attach({
        plugin: 'janus.plugin.videoroom',
        success: resolve,
        error: (reason) => {
          reject(new Error(reason));
        },
        iceState: (state) => {
          this.#watchIce(state);
        },
        onmessage: (message, jsep) => {
          this.#hear(message, jsep);
        },
      });
    });
  }

  #join(handle: JanusJS.PluginHandle, { room, participant }: MediaTicket): Promise<void> {
    return this.#ask(handle, { request: 'join', ptype: 'publisher', room, id: participant });
  }

  async #offer(handle: JanusJS.PluginHandle, track: MediaStreamTrack): Promise<void> {
    const jsep = await new Promise<JanusJS.JSEP>((resolve, reject) => {
      handle.createOffer({
        // A new connection after a loss sends the same track, so janus.js must not stop it.
        tracks: [
          { type: 'video', capture: track, recv: false, dontStop: true },
          { type: 'data', capture: true },
        ],
        success: resolve,
        error: reject,
      });
    });
    await this.#ask(handle, { request: 'publish' }, jsep);
  }

  #answered: ((error: Error | null) => void) | null = null;

  /** Asks the plugin something that it answers by an event; one question at a time. */
  #ask(
    handle: JanusJS.PluginHandle,
    message: { request: string } & Record<string, string>,
    jsep?: JanusJS.JSEP,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#answered = (error) => {
        this.#answered = null;
        if (error) reject(error);
        else resolve();
      };
      handle.send({
        message,
        ...(jsep ? { jsep } : {}),
        error: (reason) => {
          reject(new Error(reason));
        },
      });
    });
  }

  #hear(message: JanusJS.Message, jsep: JanusJS.JSEP | undefined): void {
    if (message.error !== undefined) this.#answered?.(new Error(message.error));
    else if (message['videoroom'] === 'joined' || message['configured'] === 'ok')
      this.#answered?.(null);
    else if (message['videoroom'] === 'destroyed' || message['leaving'] === 'ok')
      this.#lose('media');
    if (jsep) this.#handle?.handleRemoteJsep({ jsep });
  }

  #watchIce(state: 'connected' | 'failed' | 'disconnected' | 'closed'): void {
    clearTimeout(this.#mending);
    if (state === 'failed') this.#lose('media');
    if (state === 'disconnected') {
      this.#mending = setTimeout(() => {
        this.#lose('media');
      }, mendWithinMs);
    }
  }

  #lose(loss: Loss): void {
    this.#answered?.(new Error(`Lost: ${loss}`));
    if (!this.#closed) this.#lost(loss);
  }
}
