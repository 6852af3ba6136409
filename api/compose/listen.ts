import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Express } from 'express';
import type { TlsConfig } from '../config.js';
import { refuseUnreadable } from '../http/refuse-unreadable.js';
import { refuseUpgrade } from '../http/refuse-upgrade.js';
import { mediaPath } from '../media/media-tickets.js';
import type { RelayDoor } from '../media/relay-door.js';

/** A server for the application, and for the relay's sockets at their one path. */
export function createDeskServer(
  app: Express,
  relay: Pick<RelayDoor, 'upgrade'>,
  tls: TlsConfig | null,
): Server {
  const server = tls
    ? createHttpsServer(
        { cert: readFileSync(tls.certificateFile), key: readFileSync(tls.keyFile) },
        app,
      )
    : createHttpServer(app);
  server.on('upgrade', (request, socket, head) => {
    // The server hears no errors of a socket that it has handed over; unheard, one would end the process.
    socket.on('error', () => {
      socket.destroy();
    });
    if (request.url === mediaPath) relay.upgrade(request, socket, head);
    else refuseUpgrade(socket, 404);
  });
  refuseUnreadable(server);
  // Slow senders of headers or bodies hold a connection for so long and no longer.
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  return server;
}

/** Resolves when the server takes connections; rejects when it may not listen there. */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Takes no more connections, waits a moment for answers under way, then cuts off the rest. */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  server.close(() => {
    resolve(undefined);
  });
  server.closeIdleConnections();
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, graceMs);
  await promise;
  clearTimeout(timer);
}
