import type { ChatMessage } from '../../activities/store/message-store.js';
import type { Authorizer } from '../../policies/authorize.js';
import type { components } from '../generated/openapi.js';
import { toInstant } from './instant.js';
import { personOf } from './people.js';

type Shown = components['schemas']['ChatMessage'];

/** A message as both sides read it; the user's carries the name they were invited under. */
export function shownMessage(
  { id, sessionId, at, side, technician, text }: ChatMessage,
  authorizer: Pick<Authorizer, 'people'>,
  requesterName: string,
): Shown {
  const author = technician === null ? requesterName : personOf(authorizer, technician).name;
  return { id, sessionId, at: toInstant(at), side, author, text };
}
