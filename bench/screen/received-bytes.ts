import type { Page } from 'playwright-core';

/** Lets the bytes be counted that peer connections of later pages receive. To be called before they are opened. */
export async function watchPeers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    Object.assign(globalThis, { peers });
    const Original = RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        peers.push(this);
      }
    };
  });
}

/** Bytes that the page's peer connections have received so far. */
export function receivedBytes(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
    let bytes = 0;
    for (const peer of peers) {
      for (const report of (await peer.getStats()).values()) {
        const { type, bytesReceived } = report as { type: string; bytesReceived?: number };
        if (type === 'transport') bytes += bytesReceived ?? 0;
      }
    }
    return bytes;
  });
}
