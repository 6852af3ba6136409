import type {
  AuditEntry,
  ChatMessage,
  Door,
  Me,
  Notice,
  Problem,
  QueueRow,
  SessionDetail,
  SosCall,
  TimelineEvent,
} from '../app/desk/contract.js';
import { belongs, isQueueView, orderOf } from '../app/queue/queue-views.js';
import { json, problem } from './fake-answers.js';
import { auditPage, auditState } from './fake-audit.js';
import { answerCommand } from './fake-commands.js';
import { FakeEvidence, foundBy } from './fake-evidence.js';
import { FakeDirectory } from './fake-directory.js';
import { answerSla, noClocks } from './fake-sla.js';
import { answerRouting } from './fake-routing.js';
import { FakePolicy } from './fake-policy.js';
import { FakeStream } from './fake-stream.js';
import { FakeWebhooks } from './fake-webhooks.js';
import { greta, hugo, ivan } from './people.js';
import { sampleSession } from './sample-session.js';

/** What was asked of the desk, for specs to look at. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly key: string | null;
  readonly body: unknown;
}

const channels = [
  { key: 'design-mac', name: 'Design (Mac)', mayInvite: true, linkLifetimeMinutes: 480 },
  { key: 'general', name: 'General', mayInvite: true, linkLifetimeMinutes: 1440 },
] as const;

/** A desk in memory that answers as the contract says, for specs and for looking at the console. */
export class FakeDesk {
  readonly sessions = new Map<string, SessionDetail>();
  readonly messages: ChatMessage[] = [];
  readonly events: TimelineEvent[] = [];
  readonly doors: Door[] = [];
  readonly sosCalls: SosCall[] = [];
  readonly asked: Asked[] = [];
  readonly notices: Notice[] = [];
  readonly directory = new FakeDirectory();
  readonly webhooks = new FakeWebhooks();
  readonly policy = new FakePolicy();
  readonly audit: AuditEntry[] = [];
  readonly evidence = new FakeEvidence();
  readonly live = new FakeStream();
  signedIn = true;
  /** The next command is refused with this. */
  refusal: Problem | null = null;
  me: Me = {
    person: greta,
    organisation: 'Northwind IT Support',
    csrfToken: 'csrf',
    language: null,
    availability: 'available',
    mails: true,
    roles: [{ role: 'channel-technician', channel: 'design-mac' }],
    mayInviteIn: ['design-mac', 'general'],
    actions: { atDesk: [], anywhere: ['session.view', 'session.create', 'policy.read'] },
  };

  /** Takes the place of `fetch`. */
  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request =
      input instanceof Request ? input : new Request(new URL(String(input), location.origin), init);
    const url = new URL(request.url);
    const text = request.method === 'GET' ? '' : await request.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    this.asked.push({
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      key: request.headers.get('Idempotency-Key'),
      body,
    });
    if (!this.signedIn)
      return problem({ type: '/problems/not-signed-in', title: 'Sign in first.', status: 401 });
    return this.#answer(url, request.method, body, request.signal);
  };

  add(given: Partial<SessionDetail> = {}): SessionDetail {
    const session = sampleSession(given);
    this.sessions.set(session.id, session);
    return session;
  }

  /** Changes a session and tells those who listen. */
  change(id: string, changed: Partial<SessionDetail>): SessionDetail {
    const before = this.sessions.get(id) ?? sampleSession({ id });
    const session = { ...before, sequence: before.sequence + 1, ...changed };
    this.sessions.set(id, session);
    this.live.send('session', session satisfies QueueRow);
    return session;
  }

  #answer(url: URL, method: string, body: unknown, signal: AbortSignal): Response {
    const [, , first, id, what] = url.pathname.split('/');
    if (first === 'live') return this.live.open(signal);
    if (first === 'queue') return json(this.#queue(url.searchParams));
    if (method !== 'GET' && this.refusal) return this.#refuse(this.refusal);
    if (first === 'invitations') return json(this.#invite(body), 201);
    const plain = this.#manage(url, method, body) ?? this.#plain(url, body);
    if (plain) return plain;
    const session = this.sessions.get(id ?? '');
    if (!session)
      return problem({ type: '/problems/not-found', title: 'Nothing here.', status: 404 });
    return method === 'POST'
      ? answerCommand(this, session, what ?? '', body)
      : this.#read(session, what);
  }

  #manage(url: URL, method: string, body: unknown): Response | null {
    const proved = this.evidence.answer(url, method, body);
    if (proved) return proved;
    if (url.pathname === '/api/sessions') return foundBy(this.sessions.values(), url.searchParams);
    if (url.pathname.startsWith('/api/audit')) return this.#audit(url);
    const managed = url.pathname.startsWith('/api/directory/');
    if (managed) return this.directory.answer(url, method, body);
    return this.policy.answer(url) ?? this.webhooks.answer(url, method, body);
  }

  #mine(what: string | undefined, body: unknown): Response {
    if (what !== 'availability') return json(this.me);
    const { availability } = body as Pick<Me, 'availability'>;
    this.me = { ...this.me, availability };
    return new Response(null, { status: 204 });
  }

  /** What is the same whatever stands further on in the address. */
  #plain({ pathname }: URL, body: unknown): Response | null {
    const [, , first, what] = pathname.split('/');
    switch (first) {
      case 'me':
        return this.#mine(what, body);
      case 'channels':
        return answerRouting(pathname, body) ?? json({ channels });
      case 'people':
        return json({ people: [greta, hugo, ivan] });
      case 'code-entries':
        return json(this.add({ state: 'ready', origin: 'code' }), 201);
      case 'doors':
        return json({ doors: this.doors, more: false });
      case 'notices':
        return this.#tell(what, body);
      case 'reports':
      case 'sla':
        return answerSla(pathname);
      case 'sos-calls':
        return json({ sosCalls: this.sosCalls });
      case 'codes':
        return new Response(null, { status: 204 });
      default:
        return answerRouting(pathname, body);
    }
  }

  #audit({ pathname, searchParams }: URL): Response {
    if (pathname.endsWith('/state')) return auditState(this.audit);
    return auditPage(this.audit, searchParams);
  }

  #tell(what: string | undefined, body: unknown): Response {
    if (what === 'read') return new Response(null, { status: 204 });
    if (what !== 'preferences') {
      return json({ notices: this.notices, unread: this.notices.length, next: null });
    }
    return json({ mail: ['escalated'], address: 'greta@example.org', ...Object(body) });
  }

  #read(session: SessionDetail, what: string | undefined): Response {
    switch (what) {
      case 'messages':
        return json({
          messages: this.messages.filter(({ sessionId }) => sessionId === session.id),
        });
      case 'timeline':
        return json({ events: this.events });
      case 'clocks':
        return json(noClocks);
      case 'link':
        return json(this.#link(session.id));
      case 'collaborators':
        return json({ technicians: invitees, actions: ['session.view', 'tool.view', 'tool.chat'] });
      case 'assignees':
        return json({ technicians: targets });
      case 'transfer-targets':
        return json({
          channels: channels.map((channel) => ({ ...channel, groups, technicians: targets })),
        });
      default:
        return json(session);
    }
  }

  #queue(query: URLSearchParams): object {
    const view = query.get('view') ?? '';
    const filter = { channel: query.get('channel'), text: query.get('text') ?? '' };
    const rows = (one: string) =>
      [...this.sessions.values()].filter(
        (row) => isQueueView(one) && belongs(row, { view: one, ...filter }, this.me.person.key),
      );
    const from = Number(query.get('after') ?? 0);
    const to = from + Number(query.get('limit') ?? 50);
    const sorted = isQueueView(view) ? rows(view).sort(orderOf(view)) : [];
    const count = (one: string) => rows(one).length;
    return {
      rows: sorted.slice(from, to),
      next: to < sorted.length ? String(to) : null,
      counts: {
        mine: count('mine'),
        unassigned: count('unassigned'),
        invited: count('invited'),
        all: count('all'),
      },
    };
  }

  #invite(body: unknown): object {
    const given = body as { name: string; subject: string };
    const requester = {
      name: given.name,
      address: null,
      language: null,
      customer: null,
      department: null,
    };
    const session = this.add({ state: 'waiting', requester, subject: given.subject });
    this.live.send('session', session);
    return { session, link: this.#link(session.id) };
  }

  #link(id: string): object {
    const expiresAt = new Date(Date.now() + 8 * 3_600_000).toISOString();
    return { url: `${location.origin}/join#${id.replaceAll('-', '')}`, expiresAt };
  }

  #refuse(refusal: Problem): Response {
    this.refusal = null;
    return problem(refusal);
  }
}

const invitees = [
  { ...hugo, signedIn: true, openSessions: 1, fromOutside: false },
  { ...ivan, signedIn: false, openSessions: 0, fromOutside: true },
];

const groups = [{ key: 'mac-specialists', name: 'Mac specialists' }];

const targets = [
  { ...greta, signedIn: true, openSessions: 2 },
  { ...hugo, signedIn: true, openSessions: 1 },
  { ...ivan, signedIn: false, openSessions: 0 },
];
