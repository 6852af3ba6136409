import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

interface Connected {
  readonly client: Socket;
  readonly server: Socket;
}

/** A TCP line to a server on this machine that somebody can hold: while held, nothing of its clients gets through. */
export class HeldLine {
  readonly #listener: Server;
  readonly #connections = new Set<Connected>();
  #held = false;

  private constructor(listener: Server) {
    this.#listener = listener;
  }

  /** Opens a line to `host:port` on a free port. */
  static async to(address: string): Promise<HeldLine> {
    const { hostname: host, port } = new URL(`tcp://${address}`);
    const listener = createServer((client) => {
      line.#join(client, connect({ host, port: Number(port) }));
    });
    const line = new HeldLine(listener);
    await once(listener.listen(0, '127.0.0.1'), 'listening');
    return line;
  }

  /** Where clients connect to instead of the server. */
  get address(): string {
    const address = this.#listener.address();
    if (typeof address !== 'object' || address === null) throw new Error('The line is closed.');
    return `127.0.0.1:${address.port}`;
  }

  /** From now on what clients send waits; what the server sends still reaches them. */
  hold(): void {
    this.#held = true;
    for (const { client, server } of this.#connections) {
      client.unpipe(server);
      client.pause();
    }
  }

  /** Drops every connection with all that waited in it, and lets new ones through. */
  cut(): void {
    this.#held = false;
    for (const { client, server } of this.#connections) {
      client.destroy();
      server.destroy();
    }
  }

  async close(): Promise<void> {
    this.cut();
    await once(this.#listener.close(), 'close');
  }

  #join(client: Socket, server: Socket): void {
    const connected = { client, server };
    this.#connections.add(connected);
    const end = () => {
      this.#connections.delete(connected);
      client.destroy();
      server.destroy();
    };
    // Either side may vanish at any moment: that is what this line is for.
    for (const socket of [client, server]) socket.on('error', end).on('close', end);
    server.pipe(client);
    if (this.#held) client.pause();
    else client.pipe(server);
  }
}
