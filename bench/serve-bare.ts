import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Lets a server of a process of ours listen, tells at which port when it does, and ends with whoever started it. */
export function serveBare(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    process.send?.((server.address() as AddressInfo).port);
  });
  process.on('disconnect', () => {
    process.exit(0);
  });
}
