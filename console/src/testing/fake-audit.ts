import type { AuditEntry, Problem } from '../app/desk/contract.js';
import { json, problem } from './fake-answers.js';

const malformed: Problem = {
  type: '/problems/malformed-request',
  title: 'The request is malformed.',
  status: 400,
};

/** How many entries the fake desk gives at once. */
const auditAtOnce = 3;

/** What the head of a log says. */
export function auditState(log: readonly AuditEntry[]): Response {
  const sealed = log.filter(({ leaf }) => leaf !== null);
  return json({
    size: sealed.length,
    signedAt: sealed.at(-1)?.sealedAt ?? null,
    root: sealed.length > 0 ? 'cd'.repeat(32) : null,
    key: sealed.length > 0 ? 'key-1' : null,
    unsealed: log.length - sealed.length,
    verified: null,
  });
}

/** A page of a log as the desk gives it, the latest first; a kind that there is not is refused. */
export function auditPage(log: readonly AuditEntry[], query: URLSearchParams): Response {
  const asked = new Map(query);
  if (asked.get('kind') === 'gossip') return problem(malformed);
  const found = log
    .filter(
      (entry) =>
        agrees(asked.get('kind'), entry.kind) &&
        agrees(asked.get('technician'), String(entry.actor['key'])) &&
        agrees(asked.get('subjectKind'), entry.subjectKind) &&
        agrees(asked.get('subject'), entry.subjectKey),
    )
    .toSorted((a, b) => Number(b.id) - Number(a.id));
  const after = Number(asked.get('after') ?? Number.POSITIVE_INFINITY);
  const rest = found.filter(({ id }) => Number(id) < after);
  const entries = rest.slice(0, auditAtOnce);
  return json({ entries, next: rest.length > entries.length ? entries.at(-1)?.id : null });
}

function agrees(asked: string | undefined, found: string): boolean {
  return asked === undefined || asked === found;
}
