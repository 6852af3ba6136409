import type { RequesterFacts } from '../../activities/directory/requester-store.js';
import type { Requester } from '../../workflows/domain/session/session.js';
import type { DeskStores } from '../desk-stores.js';
import type { components } from '../generated/openapi.js';
import type { Permit } from '../policy/permit.js';
import { ProblemError } from '../problems/problem-error.js';
import { doerOf } from './doer-of.js';
import { nameAsKept } from '../../workflows/domain/visible-name.js';

/** Whom a session is for: as it will stand in the session, and who that is in the directory. */
export interface InvitedRequester {
  readonly requesterId: string;
  readonly requester: Requester;
}

/**
 * Somebody who is invited. They are remembered by the way where the directory does not know them; what
 * it knows fills in what the invitation leaves out.
 */
export async function requesterFor(
  { requesters, requestersByTheWay, customers }: DeskStores,
  body: components['schemas']['NewInvitation'],
  permit: Permit,
): Promise<InvitedRequester> {
  const said = body.customer?.trim() ?? null;
  const customer = said === null ? null : await customers.keyOf(said);
  const facts = factsIn(body, customer);
  const known =
    body.requesterId === undefined
      ? await requestersByTheWay.note(doerOf(permit), facts)
      : await requesters.find(body.requesterId);
  if (!known) throw new ProblemError('requester-unknown');
  return {
    requesterId: known.id,
    requester: {
      name: facts.name,
      address: facts.address ?? known.address,
      language: facts.language ?? known.language,
      // A customer whom the directory does not know is still what was said of this session.
      customer: customer ?? said ?? known.customer,
      department: facts.department ?? known.department,
    },
  };
}

function factsIn(
  { name, address, language, department }: components['schemas']['NewInvitation'],
  customer: string | null,
): RequesterFacts {
  return {
    name: nameAsKept(name),
    address: address ?? null,
    language: language ?? null,
    customer,
    department: department?.trim() ?? null,
  };
}
