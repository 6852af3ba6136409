import type { Authorizer } from '../../policies/authorize.js';
import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import type { components } from '../generated/openapi.js';

type Person = components['schemas']['Person'];
type ShownActor = components['schemas']['Actor'];

/** A technician as everybody is shown them; one who is gone keeps their key as a name. */
export function personOf({ people }: Pick<Authorizer, 'people'>, key: string): Person {
  const name = people.technician(key)?.name ?? key;
  return { key, name, face: `/api/people/${key}/face` };
}

/** The technician, or null where there is none. */
export function maybePersonOf(
  authorizer: Pick<Authorizer, 'people'>,
  key: string | null,
): Person | null {
  return key === null ? null : personOf(authorizer, key);
}

/** Who did something, with name and picture where it was a technician. */
export function actorOf(authorizer: Pick<Authorizer, 'people'>, actor: Actor): ShownActor {
  switch (actor.kind) {
    case 'technician':
      return { kind: 'technician', person: personOf(authorizer, actor.key) };
    case 'user':
      return { kind: 'user' };
    case 'desk':
      return { kind: 'desk', rule: actor.rule };
  }
}
