import type {
  RequesterFacts,
  RequesterRecord,
} from '../../activities/directory/requester-store.js';
import type { components } from '../generated/openapi.js';
import { nameAsKept } from '../../workflows/domain/visible-name.js';

/** A requester as technicians are shown them. */
export function knownRequester({
  createdAt,
  ...requester
}: RequesterRecord): components['schemas']['KnownRequester'] {
  return { ...requester, createdAt: createdAt.toISOString() };
}

/** What a request says of somebody. */
export function requesterFactsIn(body: components['schemas']['RequesterSettings']): RequesterFacts {
  return {
    name: nameAsKept(body.name),
    address: body.address ?? null,
    language: body.language ?? null,
    customer: body.customer ?? null,
    department: body.department?.trim() ?? null,
  };
}
