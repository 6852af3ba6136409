import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Answers a request for a socket with a plain no, and lets go of the connection once that is written. */
export function refuseUpgrade(socket: Duplex, status: 403 | 404): void {
  // Who never hangs up would else keep the connection for ever: the server's own limits end at the upgrade.
  socket.once('finish', () => {
    socket.destroy();
  });
  const line = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`;
  socket.end(`${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
