import { setPriority } from 'node:os';
import { seededChance } from '../measure/chance.js';
import { farNetworkOf, makeNetwork, removeNetwork } from './far-network.js';
import { Lane, type LineTerms } from './lane.js';
import { openTunnel } from './tunnel.js';
import { Way } from './way.js';

/** A wire waits for nobody's turn. */
const urgent = -15;

/** Lays a line and carries what is sent on it, until whoever asked for it is gone, for whatever reason. */
function main(terms: LineTerms): void {
  setPriority(urgent);
  const network = farNetworkOf(process.pid);
  const [near, far] = [openTunnel(network.near.link), openTunnel(network.far.link)];
  process.on('disconnect', () => {
    removeNetwork(network);
    // Some thread always waits for a packet, and would be waited for.
    process.kill(process.pid, 'SIGKILL');
  });
  makeNetwork(network);
  new Way(near, far, new Lane(terms, seededChance(1)));
  new Way(far, near, new Lane(terms, seededChance(2)));
  process.send?.('laid');
}

main(JSON.parse(process.argv[2] ?? '') as LineTerms);
