import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Whether a server can listen on this TCP port.
 * @param {number} port
 * @param {string} host
 */
export async function isFree(port, host = '127.0.0.1') {
  const server = createServer();
  server.listen(port, host);
  try {
    await once(server, 'listening');
    return true;
  } catch {
    return false; // In use, or not ours to use: for a person who reads the list both are the same.
  } finally {
    server.close();
  }
}
