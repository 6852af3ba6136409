import { deviceIdOf } from '../../activities/store/device-store.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { Instant } from '../../workflows/domain/session/vocabulary.js';
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
  return openOr(await sessionBehind(stores, token), now());
}

/**
 * The session behind a link for one device. The device that was in it comes back also after its end, as
 * long as the session can be opened again: the link is the user's receipt then.
 */
export async function followLinkAs(
  { stores, now }: Pick<Desk, 'stores' | 'now'>,
  token: string,
  keyHash: string,
): Promise<{ readonly session: Session; readonly deviceId: string }> {
  const session = await sessionBehind(stores, token);
  const deviceId = deviceIdOf(session.id, keyHash);
  if (session.device?.id === deviceId && isReceipt(session, now())) return { session, deviceId };
  return { session: openOr(session, now()), deviceId };
}

async function sessionBehind({ links, record }: Desk['stores'], token: string): Promise<Session> {
  const sessionId = await links.sessionOf(hashOf(token));
  const session = sessionId === null ? null : await record.find(sessionId);
  if (!session) throw new ProblemError('link-unknown');
  return session;
}

function openOr(session: Session, now: Instant): OpenSession {
  if (!isOpen(session)) throw whyEnded(session);
  const late = session.startBy !== null && session.startBy <= now;
  if (late) throw new ProblemError('link-expired');
  return session;
}

function isReceipt({ ending, terms }: Session, now: Instant): boolean {
  return (
    ending !== null && ending.outcome !== 'withdrawn' && now <= ending.at + terms.reopenWindowMs
  );
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
