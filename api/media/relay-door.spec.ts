import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { until } from '../../workflows/until-testing.js';
import { rowsOf } from '../../activities/store/database.js';
import { pictureFeedOf } from '../../workflows/domain/picture/room-names.js';
import type { components } from '../generated/openapi.js';
import {
  connect,
  invite,
  type Invited,
  joined,
  openTestApi,
  type TestApi,
} from '../testing/test-api-testing.js';
import type { TestClient } from '../testing/test-client-testing.js';
import { sealTicket } from './media-ticket.js';

type MediaTicket = components['schemas']['MediaTicket'];

/** A socket at the relay as a client has it. */
class Peer {
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  readonly #answers = new Map<string, Record<string, unknown>>();

  constructor(api: TestApi, ticket: string, headers: Record<string, string> = {}) {
    const url = `${api.url.replace('http', 'ws')}/api/media`;
    this.socket = new WebSocket(url, ['janus-protocol', `ticket.${ticket}`], { headers });
    this.closed = new Promise((resolve) => {
      this.socket.on('close', resolve);
      this.socket.on('error', () => undefined);
    });
    this.socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Record<string, unknown>;
      if (message['janus'] === 'ack') return;
      this.#answers.set(String(message['transaction']), message);
    });
  }

  async ask(message: object): Promise<Record<string, unknown>> {
    await until('the socket is open', () => this.socket.readyState === WebSocket.OPEN);
    const transaction = randomUUID();
    this.socket.send(JSON.stringify({ ...message, transaction }));
    return until('an answer', () => this.#answers.get(transaction));
  }

  async begin(): Promise<{ session_id: number; handle_id: number }> {
    const session_id = idIn(await this.ask({ janus: 'create' }));
    const plugin = 'janus.plugin.videoroom';
    const handle_id = idIn(await this.ask({ janus: 'attach', plugin, session_id }));
    return { session_id, handle_id };
  }

  send(message: object): void {
    this.socket.send(JSON.stringify({ transaction: randomUUID(), ...message }));
  }
}

function idIn(answer: Record<string, unknown>): number {
  return (answer['data'] as { id: number }).id;
}

describe('The relay', () => {
  let api: TestApi;
  let ana: TestClient;
  let device: TestClient;
  let session: Invited;
  const peers: Peer[] = [];

  const peer = (ticket: string, headers?: Record<string, string>): Peer => {
    const opened = new Peer(api, ticket, headers);
    peers.push(opened);
    return opened;
  };
  const ticketOf = async (client: TestClient, id: string): Promise<MediaTicket> => {
    const path =
      client === device ? '/api/device/media-ticket' : `/api/sessions/${id}/media-ticket`;
    const answer = await client.post<MediaTicket>(path);
    expect(answer.status).toBe(201);
    return answer.body;
  };

  beforeAll(async () => {
    api = await openTestApi();
    ana = await api.signedIn('ana');
  }, 60_000);

  beforeEach(async () => {
    session = await invite(ana);
    device = await joined(api, session);
    await connect(ana, device, session.id);
  });

  afterEach(() => {
    for (const { socket } of peers.splice(0)) socket.terminate();
  });

  afterAll(async () => {
    await api.close();
  });

  it('lets a ticket’s holder into the room of their session, under their own name', async () => {
    const { ticket, room, participant: id } = await ticketOf(ana, session.id);
    const technician = peer(ticket);
    const ids = await technician.begin();
    const body = { request: 'join', ptype: 'publisher', room, id };
    const answer = await technician.ask({ janus: 'message', ...ids, body });
    expect(answer['plugindata']).toEqual(
      jasmine.objectContaining({
        data: jasmine.objectContaining({ videoroom: 'joined', room, id }),
      }),
    );
  });

  it('tells the device who watches', async () => {
    const technician = peer((await ticketOf(ana, session.id)).ticket);
    await technician.begin();
    await until('the watcher is shown', async () => {
      const shown = await device.get<components['schemas']['DeviceSession']>('/api/device/session');
      return shown.body.watchers.some(({ key }) => key === 'ana');
    });
  });

  it('closes the door without a ticket', async () => {
    expect(await peer('').closed).toBe(4401);
  });

  it('closes the door to a forged and to an expired ticket', async () => {
    const holder = { kind: 'device', deviceId: 'x' } as const;
    const claims = { sessionId: session.id, holder, epoch: 1, expiresAt: Date.now() + 60_000 };
    expect(await peer(sealTicket(Buffer.alloc(32, 9), claims)).closed).toBe(4401);
    const key = api.desk.settings.keys.mediaTicket;
    expect(await peer(sealTicket(key, { ...claims, expiresAt: Date.now() - 1 })).closed).toBe(4401);
  });

  it('closes the door to another site’s page', async () => {
    const { ticket } = await ticketOf(ana, session.id);
    const foreign = peer(ticket, { Origin: 'https://evil.example' });
    expect(await foreign.closed).toBe(1006);
  });

  it('passes no request about another room or in another name', async () => {
    for (const body of [
      { request: 'join', ptype: 'publisher', room: 'mayday-other', id: 'tech-ana' },
      { request: 'join', ptype: 'publisher', id: 'device' },
      { request: 'join', ptype: 'publisher', id: 'screen-ana' },
      { request: 'join', ptype: 'publisher', id: 'tech-ana.another' },
      { request: 'join', ptype: 'subscriber', streams: [{ feed: 'tech-bruno' }] },
      { request: 'join', ptype: 'subscriber', streams: [{ feed: 'screen-bruno.one' }] },
    ]) {
      const technician = peer((await ticketOf(ana, session.id)).ticket);
      const ids = await technician.begin();
      technician.send({ janus: 'message', ...ids, body });
      expect(await technician.closed)
        .withContext(JSON.stringify(body))
        .toBe(4400);
    }
  });

  it('lets a technician in with as many windows as they have', async () => {
    for (let window = 0; window < 2; window += 1) {
      const { ticket, participant: id } = await ticketOf(ana, session.id);
      const opened = peer(ticket);
      const body = { request: 'join', ptype: 'publisher', id };
      const answer = await opened.ask({ janus: 'message', ...(await opened.begin()), body });
      expect(answer['plugindata']).toEqual(
        jasmine.objectContaining({ data: jasmine.objectContaining({ videoroom: 'joined', id }) }),
      );
    }
  });

  it('lets the device send to each technician apart, and only that technician take it', async () => {
    const { ticket, room } = await ticketOf(device, session.id);
    const shown = peer(ticket);
    const ids = await shown.begin();
    const own = await ticketOf(ana, session.id);
    const feed = pictureFeedOf(own.participant);
    const join = { request: 'join', ptype: 'publisher', room, id: feed };
    const joinedRoom = await shown.ask({ janus: 'message', ...ids, body: join });
    expect(joinedRoom['plugindata']).toEqual(
      jasmine.objectContaining({ data: jasmine.objectContaining({ id: feed }) }),
    );
    const technician = peer(own.ticket);
    const theirs = await technician.begin();
    const take = { request: 'join', ptype: 'subscriber', room, streams: [{ feed }] };
    // Nothing is sent yet, which is for Janus to say and not for the door.
    const taken = await technician.ask({ janus: 'message', ...theirs, body: take });
    expect(taken['janus']).toBe('event');
    const stranger = peer((await ticketOf(device, session.id)).ticket);
    const others = await stranger.begin();
    const body = { ...join, id: 'tech-ana' };
    stranger.send({ janus: 'message', ...others, body });
    expect(await stranger.closed).toBe(4400);
  });

  it('passes no verb but a participant’s', async () => {
    for (const message of [
      { janus: 'message', body: { request: 'destroy', room: 'x' } },
      { janus: 'message', body: { request: 'kick', id: 'device' } },
      { janus: 'message', body: { request: 'edit', new_pin: '' } },
      { janus: 'message', body: { request: 'enable_recording', record: true } },
      { janus: 'message', body: { request: 'rtp_forward' } },
      { janus: 'list_sessions', admin_secret: 'x' },
      { janus: 'info' },
      { janus: 'attach', plugin: 'janus.plugin.echotest' },
    ]) {
      const technician = peer((await ticketOf(ana, session.id)).ticket);
      const ids = await technician.begin();
      technician.send({ ...ids, ...message });
      expect(await technician.closed)
        .withContext(JSON.stringify(message))
        .toBe(4400);
    }
  });

  it('lets a participant take up their own relay session again', async () => {
    const first = peer((await ticketOf(ana, session.id)).ticket);
    const { session_id } = await first.begin();
    first.socket.terminate();
    const second = peer((await ticketOf(ana, session.id)).ticket);
    const answer = await second.ask({ janus: 'claim', session_id });
    expect(answer['janus']).toBe('success');
  });

  it('lets a device that has lost everything join again under its name at once', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { ticket, participant: id } = await ticketOf(device, session.id);
      const body = { request: 'join', ptype: 'publisher', id };
      const technician = peer(ticket);
      const ids = await technician.begin();
      const answer = await technician.ask({ janus: 'message', ...ids, body });
      expect(answer['plugindata']).toEqual(
        jasmine.objectContaining({ data: jasmine.objectContaining({ videoroom: 'joined' }) }),
      );
      technician.socket.terminate();
      await technician.closed;
    }
  });

  it('does not let anybody take up somebody else’s relay session', async () => {
    const own = peer((await ticketOf(device, session.id)).ticket);
    const { session_id } = await own.begin();
    const thief = peer((await ticketOf(ana, session.id)).ticket);
    await thief.begin();
    thief.send({ janus: 'claim', session_id });
    expect(await thief.closed).toBe(4403);
  });

  it('closes on both sides when the user takes the screen back', async () => {
    const [technician, shown] = [
      peer((await ticketOf(ana, session.id)).ticket),
      peer((await ticketOf(device, session.id)).ticket),
    ];
    await Promise.all([technician.begin(), shown.begin()]);
    await device.post('/api/device/consent/withdraw', { scopes: ['view'] });
    const since = performance.now();
    expect(await technician.closed).toBe(4403);
    expect(await shown.closed).toBe(4403);
    expect(performance.now() - since).toBeLessThan(2_000);
  });

  it('closes for who hands the session over', async () => {
    const technician = peer((await ticketOf(ana, session.id)).ticket);
    await technician.begin();
    await ana.post(`/api/sessions/${session.id}/transfer`, {
      channel: 'general',
      technician: 'bruno',
    });
    expect(await technician.closed).toBe(4403);
  });

  it('closes when the session ends', async () => {
    const shown = peer((await ticketOf(device, session.id)).ticket);
    await shown.begin();
    await ana.post(`/api/sessions/${session.id}/close`, { outcome: 'solved' });
    expect(await shown.closed).toBe(4404);
  });

  it('closes for who watches first, so that a device that sends can leave by itself', async () => {
    const [watching, shown] = [
      peer((await ticketOf(ana, session.id)).ticket),
      peer((await ticketOf(device, session.id)).ticket),
    ];
    await Promise.all([watching.begin(), shown.begin()]);
    await ana.post(`/api/sessions/${session.id}/close`, { outcome: 'solved' });
    const first = await Promise.race([
      watching.closed.then(() => 'who watches'),
      shown.closed.then(() => 'the device'),
    ]);
    expect(first).toBe('who watches');
    // The device can be heard still: it takes its own leave.
    const answer = await shown.ask({ janus: 'create' });
    expect(answer['janus']).toBe('success');
    expect(await shown.closed).toBe(4404);
  });

  it('closes when a technician is switched off, and when they sign out', async () => {
    const elena = await api.signedIn('elena');
    const theirs = await invite(elena);
    const user = await joined(api, theirs);
    await connect(elena, user, theirs.id);
    const watching = peer((await ticketOf(elena, theirs.id)).ticket);
    await watching.begin();
    const { owner } = api.tester.database;
    await rowsOf(owner, "update technicians set disabled = true where key = 'elena'");
    expect(await watching.closed).toBe(4403);
    await rowsOf(owner, "update technicians set disabled = false where key = 'elena'");

    const bea = await api.signedIn('ana');
    const again = peer((await ticketOf(bea, session.id)).ticket);
    await again.begin();
    expect((await bea.post('/api/sign-out')).status).toBe(204);
    expect(await again.closed).toBe(4403);
    expect((await bea.get('/api/me')).status).toBe(401);
  });
});
