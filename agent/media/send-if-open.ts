import type { DataChannel } from './webrtc.js';

/** Sends what can leave now; the rest is lost. */
export function sendIfOpen(channel: DataChannel, bytes: Uint8Array): void {
  if (channel.readyState !== 'open') return;
  try {
    channel.send(bytes);
  } catch (error) {
    // Between the look and the sending the other side may have closed it.
    if ((Object(error) as { name?: unknown }).name !== 'InvalidStateError') throw error;
  }
}
