import type { Session } from '../../workflows/domain/session/session.js';
import type { Desk } from '../desk.js';
import { ProblemError } from '../problems/problem-error.js';
import { hashOf } from '../secrets.js';

/** A session that a link still leads to. */
export type OpenSession = Session & { readonly state: 'waiting' | 'ready' | 'active' };

/** The session behind a link's token, or the problem that says in which way the link fails. */
export async function followLink(
  { stores, now }: Pick<Desk, 'stores' | 'now'>,
  token: string,
): Promise<OpenSession> {
  const sessionId = await stores.links.sessionOf(hashOf(token));
  const session = sessionId === null ? null : await stores.record.find(sessionId);
  if (!session) throw new ProblemError('link-unknown');
  if (isOpen(session)) {
    const late = session.startBy !== null && session.startBy <= now();
    if (!late) return session;
    throw new ProblemError('link-expired');
  }
  throw whyEnded(session);
}

/** The problem of a link whose session has ended. */
function whyEnded(session: Session): ProblemError {
  if (session.state === 'expired') return new ProblemError('link-expired');
  const withdrawn = session.ending?.outcome === 'withdrawn';
  return new ProblemError(withdrawn ? 'link-withdrawn' : 'session-closed');
}

function isOpen(session: Session): session is OpenSession {
  return session.state !== 'closed' && session.state !== 'expired';
}
