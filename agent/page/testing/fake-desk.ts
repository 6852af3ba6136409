import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';
import type { Work } from '../../../workflows/domain/codes/proof-of-work.js';
import type { CodeStanding, ListedSosCall, SosVisit } from '../desk/door-desk.js';
import type { ChatMessage, DeviceSession, LinkVisit, Waiting } from '../desk/shapes.js';
import { FakeRelay } from './fake-relay.js';
import { askedConsent, grantedConsent, sampleSession, sampleVisit } from './sample.js';

/** What the fake answers: a status and a body, or a problem's code. */
type Answer = readonly [status: number, body?: object];

/** A request that the page has made. */
export interface Call {
  readonly what: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const policy =
  "default-src 'none'; base-uri 'self'; worker-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; " +
  "frame-ancestors 'none'; img-src 'self'; script-src 'self'; style-src 'self'";
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#f4b183"/>' +
  '<circle cx="32" cy="26" r="12" fill="#7a4a2b"/><path d="M8 64c0-16 12-22 24-22s24 6 24 22z" fill="#2b5f7a"/></svg>';

/** A desk of one session, held in memory, that serves the built page and does what it is told. */
export class FakeDesk {
  visit: LinkVisit = sampleVisit();
  session: DeviceSession = sampleSession();
  sosCalls: ListedSosCall[] = [];
  sosVisit: SosVisit | null = null;
  waiting: Waiting = { number: 1042, place: 2, estimate: null };
  /** Where codes stand, asked in turn; the last stays. */
  standings: CodeStanding[] = [{ state: 'live', remainingMs: 600_000 }];
  /** When set, a code is given out only for this much work. */
  codeWork: Work | null = null;
  /** When set, links and joins are answered by this problem. */
  problem: string | null = null;
  /** While away, every request of the API breaks off. */
  away = false;
  readonly messages: ChatMessage[] = [];
  readonly calls: Call[] = [];
  readonly relay: FakeRelay;
  readonly #folder: string;
  readonly #server: Server;
  readonly #streams = new Set<ServerResponse>();
  readonly #lease: ReturnType<typeof setInterval>;

  private constructor(folder: string, server: Server) {
    this.#folder = folder;
    this.#server = server;
    this.relay = new FakeRelay(server, '/api/media');
    server.on('request', (request, response) => void this.#handle(request, response));
    this.#lease = setInterval(() => {
      this.#push('lease', { at: new Date().toISOString() });
    }, 1_000);
  }

  /** Serves the page built into that folder on a free port of this machine. */
  static async start(folder: string): Promise<FakeDesk> {
    const server = createServer();
    const desk = new FakeDesk(folder, server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return desk;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Changes the session and tells whoever follows it. */
  change(change: Partial<DeviceSession>): void {
    this.session = { ...this.session, ...change, sequence: this.session.sequence + 1 };
    this.#push('session', this.session);
  }

  ask(remainingMs?: number): void {
    this.change({ consent: askedConsent(remainingMs) });
  }

  /** A technician writes. */
  write(text: string): void {
    this.#push('message', this.#say('technician', 'Greta Lindqvist', text));
  }

  #link() {
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    return { url: `${this.origin}/i#a-token-of-a-request`, expiresAt };
  }

  #standing(): CodeStanding {
    const [next = { state: 'over', remainingMs: 0 }, ...later] = this.standings;
    if (later.length > 0) this.standings = later;
    return next;
  }

  #code() {
    const expiresAt = new Date(Date.now() + 600_000).toISOString();
    const deviceToken = 'a-device-token-of-a-code';
    return { code: '123456782', deviceToken, expiresAt, remainingMs: 600_000 };
  }

  /** Breaks every open stream. */
  hangUp(): void {
    for (const stream of this.#streams) stream.destroy();
  }

  stop(): void {
    clearInterval(this.#lease);
    this.relay.close();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.origin);
    if (!pathname.startsWith('/api/')) await this.#file(pathname, response);
    else if (pathname.endsWith('/face')) send(response, 200, 'image/svg+xml', picture);
    else if (this.away) response.destroy();
    else if (pathname === '/api/device/live') this.#stream(response);
    else await this.#api(`${request.method ?? ''} ${pathname}`, request, response);
  }

  async #file(pathname: string, response: ServerResponse): Promise<void> {
    const name = pathname.startsWith('/page/') ? basename(pathname) : 'index.html';
    try {
      const content = await readFile(join(this.#folder, name));
      response.setHeader('Content-Security-Policy', policy);
      send(response, 200, types[extname(name)] ?? 'application/octet-stream', content);
    } catch {
      send(response, 404, 'text/plain', 'There is no such file.');
    }
  }

  #stream(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
    response.write(event('session', this.session));
  }

  async #api(what: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request);
    const body = (text === '' ? {} : JSON.parse(text)) as Call['body'];
    this.calls.push({ what, body });
    if (what === 'POST /api/code-waits') {
      // As the desk does, it lets who waits wait a little.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const [status, answer] = this.#answer(what, body);
    send(response, status, 'application/json', JSON.stringify(answer ?? {}));
  }

  #answer(what: string, body: Call['body']): Answer {
    switch (what) {
      case 'GET /api/public/sos-calls':
        return [
          200,
          { organisation: this.session.organisation, sosCalls: this.sosCalls, helpers: [] },
        ];
      case 'POST /api/sos-visits':
        return this.sosVisit ? [200, this.sosVisit] : problem('sos-call-gone');
      case 'POST /api/sos-requests':
        if (this.sosVisit?.paused === true) return problem('sos-call-paused');
        return [201, { deviceToken: 'device-token', session: this.session, link: this.#link() }];
      case 'GET /api/device/waiting':
        return [200, this.waiting];
      case 'PUT /api/device/satisfaction':
        this.change({ satisfaction: { score: Number(body['score']) } });
        return [200, this.session];
      case 'POST /api/device/reopen':
        this.change({ state: 'ready', ending: null, reopenUntil: null });
        return [200, this.session];
      case 'POST /api/code-waits':
        return [200, this.#standing()];
      case 'POST /api/codes':
        return this.codeWork && !('proof' in body)
          ? [429, { ...problem('work-wanted')[1], work: this.codeWork }]
          : [201, this.#code()];
      case 'POST /api/link-visits':
        return this.problem === null ? [200, this.visit] : problem(this.problem);
      case 'POST /api/device-sessions':
        return this.problem === null
          ? [201, { deviceToken: 'device-token', session: this.session }]
          : problem(this.problem);
      case 'GET /api/device/session':
        return [200, this.session];
      case 'POST /api/device/consent':
        return this.#consent(body);
      case 'POST /api/device/consent/withdraw':
        this.change({
          state: 'ready',
          consent: { status: 'withdrawn', granted: [], question: null },
        });
        return [200, this.session];
      case 'GET /api/device/messages':
        return [200, { messages: this.messages }];
      case 'POST /api/device/messages':
        return [201, this.#say('user', this.session.requesterName, String(body['text']))];
      case 'POST /api/device/leave':
        this.end('user');
        return [200, this.session];
      case 'POST /api/device/media-ticket':
        return [201, this.#ticket()];
      default:
        return problem('not-found');
    }
  }

  /** Ends the session, with a receipt. */
  end(by: 'user' | 'technician'): void {
    const at = new Date();
    const startedAt = new Date(at.getTime() - 29 * 60_000).toISOString();
    const ending = { outcome: 'solved' as const, at: at.toISOString(), by: { kind: by } };
    const receipt = {
      startedAt,
      endedAt: at.toISOString(),
      technicians: ['Greta Lindqvist'],
      allowed: ['view' as const],
    };
    const consent = { status: 'not-asked' as const, granted: [], question: null };
    this.change({ state: 'closed', consent, ending, receipt });
  }

  #consent(body: Call['body']): Answer {
    const { question } = this.session.consent;
    if (question?.id !== body['questionId']) return problem('question-unknown');
    const allowed = Array.isArray(body['scopes']) && body['scopes'].includes('view');
    if (allowed) this.change({ state: 'active', consent: grantedConsent });
    else this.change({ consent: { status: 'refused', granted: [], question: null } });
    return [200, this.session];
  }

  #say(side: ChatMessage['side'], author: string, text: string): ChatMessage {
    const at = new Date().toISOString();
    const message = { id: crypto.randomUUID(), sessionId: this.session.id, at, side, author, text };
    this.messages.push(message);
    return message;
  }

  #ticket(): object {
    const tickets = this.calls.filter(({ what }) => what.endsWith('media-ticket')).length;
    return {
      ticket: `number-${tickets}`,
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
      socketPath: '/api/media',
      room: this.session.id,
      participant: 'device',
      iceServers: [],
      driver: null,
    };
  }

  #push(name: string, data: object): void {
    for (const stream of this.#streams) stream.write(event(name, data));
  }
}

function problem(code: string): Answer {
  return [409, { type: `/problems/${code}`, title: code, status: 409 }];
}

function event(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': type });
  response.end(body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
