import { hasEnded, type Session } from '../../workflows/domain/session/session.js';
import type { DeskSettings } from '../desk.js';
import type { components } from '../generated/openapi.js';
import { ProblemError } from '../problems/problem-error.js';
import { toInstant } from '../shown/instant.js';
import { linkTokenOf, linkUrl } from '../../activities/links/link-token.js';

/** The link of a session that can still be followed; once started it works as long as the session. */
export function linkOf(
  session: Session,
  { keys, publicUrl }: DeskSettings,
): components['schemas']['Link'] {
  if (hasEnded(session)) throw new ProblemError('session-ended');
  const url = linkUrl(publicUrl, linkTokenOf(keys.link, session.id));
  return {
    url,
    expiresAt: toInstant(session.startBy ?? session.stateSince + session.terms.reopenWindowMs),
  };
}
