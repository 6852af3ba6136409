import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import native from '@roamhq/wrtc';
import { WillingDevice } from '../desktop/willing-device.js';
import { baseEnvironment } from '../supervisor/base-environment.js';
import type { House } from '../supervisor/house.js';
import { isListening } from '../supervisor/is-listening.js';
import { freePorts } from '../supervisor/settings/ports.js';
import { startHouse } from '../supervisor/start-house.js';
import { until } from '../supervisor/until.js';
import { TechnicianDesk } from '../technician/technician-desk.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 120_000;

const secret = 'what-the-operator-told-both-of-them';

interface IceServer {
  readonly urls: string;
  readonly username?: string;
  readonly credential?: string;
}

describe('A network through which only a TURN server leads', () => {
  let turn: ChildProcess;
  let house: House;
  let device: WillingDevice;
  let tickets: readonly { readonly iceServers: readonly IceServer[] }[];

  beforeAll(async () => {
    const { janus: port } = await freePorts();
    turn = await startTurnServer(port);
    const urls = `turn:${ownAddress()}:${port}?transport=udp`;
    house = await startHouse({ environment: { TURN_URLS: urls, TURN_SECRET: secret } });
    const greta = await TechnicianDesk.open(house.url, 'greta', house.secrets.MAYDAY_DEMO_PASSWORD);
    const invitation = { name: 'Aaron Whitfield', subject: 'It is slow', channel: 'design-mac' };
    const { session, link } = await greta.invite(invitation);
    device = await WillingDevice.follow(link.url);
    await greta.start(session.id, ['view']);
    await until('the session to be active', async () => {
      return (await greta.session(session.id)).state === 'active';
    });
    tickets = await Promise.all([greta.mediaTicket(session.id), device.client.mediaTicket()]);
  });

  afterAll(async () => {
    device.close();
    await house.stop();
    const ended = once(turn, 'exit');
    turn.kill();
    await ended;
  });

  it('is told of by the ticket of the technician and of the device', () => {
    for (const { iceServers } of tickets) {
      expect(iceServers.length).toBe(1);
      expect(Number(iceServers[0]?.username?.split(':')[0])).toBeGreaterThan(Date.now() / 1_000);
    }
  });

  it('is passed with the credentials of either', async () => {
    for (const { iceServers } of tickets) expect(await relayedBy(iceServers)).toBeTrue();
  });

  it('stays closed to credentials that somebody made up, or that are over', async () => {
    const [server] = tickets[0]?.iceServers ?? [];
    if (server === undefined) throw new Error('There is no TURN server in the ticket.');
    expect(await relayedBy([{ ...server, credential: 'guess' }])).toBeFalse();
    expect(await relayedBy([{ ...server, username: '1:a-session' }])).toBeFalse();
  });
});

/** Debian's coturn as the README sets it up, on this machine's own address. */
async function startTurnServer(port: number): Promise<ChildProcess> {
  const args = [
    ...['--use-auth-secret', `--static-auth-secret=${secret}`, '--realm=mayday'],
    ...[`--listening-port=${port}`, `--listening-ip=${ownAddress()}`, '--listening-ip=127.0.0.1'],
    ...[`--relay-ip=${ownAddress()}`, '--no-cli', '--no-tls', '--no-dtls', '--log-file=stdout'],
    '--pidfile=/dev/null',
  ];
  const child = spawn('turnserver', args, { stdio: 'ignore', env: baseEnvironment() });
  await until('the TURN server to listen', () => isListening(port));
  return child;
}

/** WebRTC gathers nothing on loopback, so the machine has to be spoken to by its own address. */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const own = all.find(({ family, internal }) => family === 'IPv4' && !internal);
  return own?.address ?? '127.0.0.1';
}

/** Whether a browser that may use nothing but these servers finds a way. */
async function relayedBy(iceServers: readonly IceServer[]): Promise<boolean> {
  const peer = new native.RTCPeerConnection({
    iceServers: [...iceServers],
    iceTransportPolicy: 'relay',
  });
  const candidates: string[] = [];
  const { promise: gathered, resolve } = Promise.withResolvers<undefined>();
  peer.onicecandidate = ({ candidate }) => {
    if (candidate === null) resolve(undefined);
    else candidates.push(candidate.candidate);
  };
  peer.createDataChannel('nothing');
  await peer.setLocalDescription(await peer.createOffer());
  await gathered;
  peer.close();
  return candidates.some((candidate) => candidate.includes(' typ relay '));
}
