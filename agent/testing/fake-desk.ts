import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  SchemaChatMessage,
  SchemaConsentScope,
  SchemaCodeStanding,
  SchemaDeviceSession,
  SchemaDriverKey,
  SchemaMediaTicket,
  SchemaSosVisit,
  SchemaWork,
} from '../../api/generated/openapi.js';

const greta = { key: 'greta', name: 'Greta Lindqvist', face: '/api/people/greta/face' };

/** What a helper asked of the fake desk. */
export interface Asked {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A desk for specs of the helper: one session, whose state the spec moves by hand. */
export class FakeDesk {
  readonly asked: Asked[] = [];
  readonly #server: Server;
  readonly #streams = new Set<ServerResponse>();
  readonly #lease: NodeJS.Timeout;
  #session: SchemaDeviceSession = newSession();
  #codeWait: ((standing: SchemaCodeStanding) => void) | null = null;
  sosVisit: SchemaSosVisit = {
    organisation: 'Northwind IT Support',
    name: 'Tills and card terminals',
    description: null,
    department: 'Stores',
    paused: false,
    fields: [{ label: 'Which shop?', kind: 'text', required: true }],
    helpers: [],
  };
  /** What must be worked out before a code is given out. */
  work: SchemaWork | null = null;
  /** How long a code works. */
  codeLastsMs = 600_000;
  /** Whether signs of life are sent. */
  leases = true;
  /** Where media tickets lead; without one there is no ticket. */
  media: { readonly room: string; readonly socketPath: string } | null = null;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void this.#answer(request, response);
    });
    this.#lease = setInterval(() => {
      if (this.leases) this.#send('lease', { at: new Date().toISOString(), ageMs: 0 });
    }, 1000);
  }

  static async start(): Promise<FakeDesk> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FakeDesk(server);
  }

  get server(): Server {
    return this.#server;
  }

  get link(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/i#fake-desk-token`;
  }

  get session(): SchemaDeviceSession {
    return this.#session;
  }

  /** How many helpers listen. */
  get listeners(): number {
    return this.#streams.size;
  }

  /** The technician asks for consent. */
  ask(questionId: string, scopes: SchemaConsentScope[], remainingMs = 30_000): void {
    const until = new Date(Date.now() + remainingMs).toISOString();
    const question = { id: questionId, scopes, by: greta, until, remainingMs };
    this.change({ consent: { ...this.#session.consent, status: 'asked', question } });
  }

  /** A technician types the code. */
  enterCode(): void {
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    this.#codeWait?.({ state: 'used', remainingMs: 0, link: { url: this.link, expiresAt } });
  }

  endCode(): void {
    this.#codeWait?.({ state: 'over', remainingMs: 0 });
  }

  drive(driver: SchemaDriverKey): void {
    this.change({ driver });
  }

  say(text: string): void {
    this.#send('message', chatMessage('technician', text));
  }

  change(change: Partial<SchemaDeviceSession>): void {
    this.#session = { ...this.#session, ...change, sequence: this.#session.sequence + 1 };
    this.#send('session', this.#session);
  }

  async close(): Promise<void> {
    clearInterval(this.#lease);
    for (const stream of this.#streams) stream.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (path === '/api/device/live') {
      this.#listen(response);
      return;
    }
    const body = await bodyOf(request);
    this.asked.push({ path, body });
    const [status, answer] = await this.#replyTo(path, body, request.method ?? '');
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer));
  }

  #listen(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
    response.write(eventText('session', this.#session));
  }

  async #replyTo(
    path: string,
    body: Asked['body'],
    method: string,
  ): Promise<readonly [number, unknown]> {
    switch (path) {
      case '/api/codes':
        return this.#code(body);
      case '/api/sos-visits':
        return [200, this.sosVisit];
      case '/api/sos-requests':
        return this.#asked(body);
      case '/api/code-waits':
        return [200, await new Promise<SchemaCodeStanding>((told) => (this.#codeWait = told))];
      case '/api/device/satisfaction':
        this.change({ satisfaction: { score: Number(body['score']) } });
        return [200, this.#session];
      case '/api/device/reopen':
        this.change({ state: 'ready', ending: null, reopenUntil: null });
        return [200, this.#session];
      case '/api/device/waiting':
        return [200, { number: 1042, place: 2, estimate: null }];
      case '/api/device/pause':
      case '/api/code-waits/end':
        return [200, {}];
      case '/api/device-sessions':
        return [201, { deviceToken: 'fake-device-token', session: this.#session }];
      case '/api/device/consent':
        this.#consentAnswered((body['scopes'] ?? []) as SchemaConsentScope[]);
        return [200, this.#session];
      case '/api/device/consent/withdraw':
        this.#withdrawn((body['scopes'] ?? []) as SchemaConsentScope[]);
        return [200, this.#session];
      case '/api/device/messages':
        if (method === 'POST') return [201, chatMessage('user', String(body['text']))];
        return [200, { messages: [] }];
      case '/api/device/leave':
        this.change({
          state: 'closed',
          ending: { outcome: 'abandoned', at: new Date().toISOString(), by: { kind: 'user' } },
        });
        return [200, this.#session];
      case '/api/device/media-ticket':
        return this.#ticket();
      default:
        return [404, { type: '/problems/not-found', title: 'Not here.', status: 404 }];
    }
  }

  #asked(body: Asked['body']): readonly [number, unknown] {
    if (body['subject'] === '') {
      return [400, { type: '/problems/malformed-request', title: 'Not so.', status: 400 }];
    }
    if (this.sosVisit.paused) {
      return [409, { type: '/problems/sos-call-paused', title: 'Not now.', status: 409 }];
    }
    this.change({ origin: 'sos-call', assignee: null });
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    return [201, { deviceToken: 'x', session: this.#session, link: { url: this.link, expiresAt } }];
  }

  #code(body: Asked['body']): readonly [number, unknown] {
    const { work } = this;
    if (work && body['proof'] === undefined) {
      return [429, { type: '/problems/work-wanted', title: 'Work first.', status: 429, work }];
    }
    const expiresAt = new Date(Date.now() + this.codeLastsMs).toISOString();
    const deviceToken = 'fake-device-token-of-a-code';
    return [201, { code: '123456782', deviceToken, expiresAt, remainingMs: this.codeLastsMs }];
  }

  #ticket(): readonly [number, unknown] {
    const { media } = this;
    if (!media || this.#session.consent.granted.length === 0) {
      return [409, { type: '/problems/consent-missing', title: 'Not allowed.', status: 409 }];
    }
    const ticket: SchemaMediaTicket = {
      ticket: 'fake-ticket',
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
      ...media,
      participant: 'device',
      deviceParticipant: 'device',
      iceServers: [],
      driver: this.#session.driver,
    };
    return [201, ticket];
  }

  #consentAnswered(scopes: SchemaConsentScope[]): void {
    const granted = [...new Set([...this.#session.consent.granted, ...scopes])];
    const isGranted = granted.length > 0;
    this.change({
      state: isGranted ? 'active' : 'ready',
      watchers: isGranted ? [greta] : [],
      consent: { status: isGranted ? 'granted' : 'refused', granted, question: null },
    });
  }

  #withdrawn(scopes: SchemaConsentScope[]): void {
    const all = scopes.includes('view');
    const { consent } = this.#session;
    const granted = consent.granted.filter((scope) => !all && !scopes.includes(scope));
    this.change({
      state: all ? 'ready' : this.#session.state,
      consent: { ...consent, status: all ? 'withdrawn' : consent.status, granted },
    });
  }

  #send(name: string, data: unknown): void {
    for (const stream of this.#streams) stream.write(eventText(name, data));
  }
}

/** A session as the fake desk begins it: by a link, with Greta. */
export function newSession(): SchemaDeviceSession {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    sequence: 1,
    organisation: 'Northwind IT Support',
    requesterName: 'Aaron Whitfield',
    subject: 'Illustrator closes when I export',
    state: 'ready',
    connection: 'connected',
    assignee: greta,
    watchers: [],
    consent: { status: 'not-asked', granted: [], question: null },
    driver: null,
    hold: null,
    deadline: null,
    ending: null,
    origin: 'invitation',
    reopenUntil: null,
    satisfaction: null,
  };
}

function chatMessage(side: 'user' | 'technician', text: string): SchemaChatMessage {
  const author = side === 'user' ? 'Aaron Whitfield' : greta.name;
  const at = new Date().toISOString();
  return { id: crypto.randomUUID(), sessionId: newSession().id, at, side, author, text };
}

function eventText(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

async function bodyOf(request: IncomingMessage): Promise<Asked['body']> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Asked['body']);
}
