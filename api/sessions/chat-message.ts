import type { ChatMessage } from '../../activities/store/sessions/message-row.js';
import type { Authorizer } from '../../policies/authorize.js';
import type { components } from '../generated/openapi.js';
import { idFrom } from '../../activities/keys/id-from.js';
import { toInstant } from '../shown/instant.js';
import { personOf } from '../shown/people.js';

type Shown = components['schemas']['ChatMessage'];

/** The same key of the same author in a session always names the same message, and nobody else's. */
export function messageIdOf(sessionId: string, author: string, key: string): string {
  return idFrom(`message ${sessionId} ${author} ${key}`);
}

/** A message as both sides read it; the user's carries the name they were invited under. */
export function shownMessage(
  { id, sessionId, at, side, technician, text }: ChatMessage,
  authorizer: Pick<Authorizer, 'people'>,
  requesterName: string,
): Shown {
  const author = technician === null ? requesterName : personOf(authorizer, technician).name;
  return { id, sessionId, at: toInstant(at), side, author, text };
}
