import { once } from 'node:events';
import { connect } from 'node:net';

/** Whether somebody accepts connections on this TCP port of this machine. */
export async function isListening(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false; // Refused: not yet, or no longer.
  } finally {
    socket.destroy();
  }
}
