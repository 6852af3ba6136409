import type { AuditRun, SessionDetail } from '../app/desk/contract.js';
import { json } from './fake-answers.js';

type Kept = Record<string, number | null>;

/** What the fake desk can prove, keeps and forgets, and how it takes being asked for that. */
export class FakeEvidence {
  kept: Kept = { session: null, chat: 90, recording: null, audit: null };
  readonly verifications: AuditRun[] = [];
  readonly retentions: AuditRun[] = [];

  /** Answers what is asked of the evidence, or gives null for what it knows nothing of. */
  answer(url: URL, method: string, body: unknown): Response | null {
    const { pathname, searchParams } = url;
    if (pathname.endsWith('/proof')) return json(proof);
    if (pathname.startsWith('/api/audit/verifications')) return this.#verify(method);
    if (pathname === '/api/retention/trial') return this.#trial(searchParams);
    if (pathname === '/api/retention/runs') return this.#letGo();
    if (pathname !== '/api/retention') return null;
    if (method === 'GET') return json({ kept: this.kept, runs: this.retentions });
    const { session = null, chat = null, recording = null, audit = null } = Object(body) as Kept;
    this.kept = { session, chat, recording, audit };
    return json(this.kept);
  }

  #verify(method: string): Response {
    if (method === 'GET') {
      const runs = this.verifications.map((run) => ({ ...run, ...ended, result: sound }));
      return json({ runs });
    }
    const run = runOf('verification');
    this.verifications.push(run);
    return json(run, 201);
  }

  #trial(query: URLSearchParams): Response {
    const texts = (name: string) => ({ sessions: 1, texts: query.has(name) ? 7 : 0 });
    const letGo = Object.fromEntries(Object.keys(this.kept).map((name) => [name, texts(name)]));
    return json({ kept: this.kept, letGo, confirmation: 'ab'.repeat(32) });
  }

  #letGo(): Response {
    const run = runOf('retention');
    const result = { chat: { sessions: 1, texts: 7 } };
    this.retentions.push({ ...run, ...ended, result });
    return json(run, 201);
  }
}

/** The sessions that a search finds: those with its text in their subject. */
export function foundBy(sessions: Iterable<SessionDetail>, query: URLSearchParams): Response {
  const text = (query.get('text') ?? '').toLowerCase();
  const rows = [...sessions].filter(({ subject }) => subject.toLowerCase().includes(text));
  return json({ rows, next: null });
}

const ended = { state: 'done', endedAt: '2026-11-26T12:00:00.000Z' } as const;
const sound = { size: 41, entries: 41, findings: [] };

const proof = {
  ...{ format: 'mayday-proof-1', log: 'log-1', keys: [], consistency: [] },
  heads: [{ size: 64, at: '2026-11-26T12:00:00.000Z' }],
  inclusion: { size: 64, path: ['00', '01', '02'], leaf: {} },
};

function runOf(kind: AuditRun['kind']): AuditRun {
  return {
    ...{ id: crypto.randomUUID(), kind, state: 'waiting', done: 0, total: null, result: null },
    ...{ askedBy: { kind: 'technician', key: 'greta' }, endedAt: null },
    askedAt: '2026-11-26T11:59:00.000Z',
  };
}
