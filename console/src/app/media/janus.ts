import JanusClient, { type JanusJS } from 'janus-gateway';
import adapter from 'webrtc-adapter';
import type { MediaTicket } from '../desk/contract.js';
import { TicketSocket, useTicket } from './ticket-socket.js';

export type Janus = JanusJS.Janus;
export type JanusHandle = JanusJS.PluginHandle;

/** What the relay's room says; only the fields that the console reads. */
export interface RoomMessage {
  readonly videoroom?: string;
  readonly error_code?: number;
  readonly error?: string;
  readonly publishers?: readonly { readonly id: string }[];
  readonly unpublished?: string;
  readonly leaving?: string;
  readonly streams?: readonly { readonly type: string; readonly mid: string }[];
}

type Callbacks = Omit<JanusJS.PluginCallbacks, 'onmessage' | 'success' | 'error'> & {
  onmessage: (message: RoomMessage, jsep?: JanusJS.JSEP) => void;
};

const keepAlive = 20_000;
let ready = false;

/** Connects to the relay with a ticket; `lost` is called when the connection breaks later. */
export function connect(ticket: MediaTicket, lost: () => void): Promise<Janus> {
  prepare();
  const { promise, resolve, reject } = Promise.withResolvers<Janus>();
  const fail = (): void => {
    reject(new Error('The relay cannot be reached.'));
  };
  // janus.js says nothing of a socket that closes before it has its answer.
  void useTicket(ticket.ticket).then(fail);
  let connected = false;
  const janus = new JanusClient({
    server: socketAddress(ticket.socketPath),
    iceServers: ticket.iceServers,
    keepAlivePeriod: keepAlive,
    success: () => {
      connected = true;
      resolve(janus);
    },
    error: () => {
      if (connected) lost();
      else fail();
    },
    destroyed: () => {
      if (connected) lost();
    },
  });
  return promise;
}

/** Takes a connection up again over a new socket with a new ticket. */
export function reconnect(janus: Janus, { ticket }: Pick<MediaTicket, 'ticket'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const forget = (): void => {
      reject(new Error('The relay has forgotten this connection.'));
    };
    // janus.js says nothing of a socket that closes before it has its answer.
    void useTicket(ticket).then(forget);
    janus.reconnect({ success: resolve, error: forget });
  });
}

/** A handle on the relay's rooms. */
export function attach(janus: Janus, callbacks: Callbacks): Promise<JanusHandle> {
  return new Promise((resolve, reject) => {
    janus.attach({
      ...callbacks,
      plugin: 'janus.plugin.videoroom',
      success: resolve,
      error: (reason) => {
        reject(new Error(reason));
      },
    });
  });
}

function prepare(): void {
  if (ready) return;
  ready = true;
  const dependencies = JanusClient.useDefaultDependencies({
    adapter,
    // janus.js calls it with `new`, which its types do not say.
    WebSocket: TicketSocket as unknown as (server: string, protocol: string) => WebSocket,
  });
  JanusClient.init({ debug: false, dependencies });
}

function socketAddress(path: string): string {
  const address = new URL(path, location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return address.href;
}
