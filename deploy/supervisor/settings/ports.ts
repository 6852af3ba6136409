import { once } from 'node:events';
import { createServer } from 'node:net';

/** The TCP ports of a house, all on loopback but the console's, which follows HOST; and the UDP range of the relay. */
export interface Ports {
  readonly api: number;
  readonly temporal: number;
  readonly postgres: number;
  readonly janus: number;
  readonly rtp: readonly [first: number, last: number];
}

/** Ports that nobody uses at the moment, for a house beside others on the same machine. */
export async function freePorts(): Promise<Ports> {
  const [api, temporal, postgres, janus] = await distinctFreePorts(4);
  const first = 30_000 + 200 * Math.floor(Math.random() * 140);
  return {
    api: api ?? 0,
    temporal: temporal ?? 0,
    postgres: postgres ?? 0,
    janus: janus ?? 0,
    rtp: [first, first + 199],
  };
}

/** All are held open until the last is known, so that none is given twice. */
async function distinctFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
