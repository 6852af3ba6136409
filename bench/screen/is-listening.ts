import { once } from 'node:events';
import { connect } from 'node:net';

/** Whether somebody accepts connections on this TCP port, of this machine unless told. */
export async function isListening(port: number, host = '127.0.0.1'): Promise<boolean> {
  const socket = connect({ port, host });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false; // Refused: not yet.
  } finally {
    socket.destroy();
  }
}
