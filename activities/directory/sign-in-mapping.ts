import type { Role } from '../../workflows/domain/policy/roles.js';

/** What one value of the claim brings: groups, and roles at the desk (`*`) or in a channel. */
export interface MappedValue {
  readonly value: string;
  readonly groups: readonly string[];
  readonly roles: readonly { readonly role: Role; readonly in: string }[];
}

/** Which claim of the identity provider names somebody's groups there, and what each is worth here. */
export interface SignInMapping {
  readonly claim: string;
  readonly values: readonly MappedValue[];
}

/** What somebody is brought, and by which values of the mapping. */
export interface Brought extends Pick<MappedValue, 'groups' | 'roles'> {
  readonly values: readonly string[];
}

/** Brings nothing: everything is given by people here. */
export const noMapping: SignInMapping = { claim: 'groups', values: [] };

/** What the mapping brings to somebody with these values of the claim. */
export function broughtBy({ values }: SignInMapping, claimed: readonly string[]): Brought {
  const found = values.filter(({ value }) => claimed.includes(value));
  return {
    values: found.map(({ value }) => value),
    groups: [...new Set(found.flatMap(({ groups }) => groups))],
    roles: found.flatMap(({ roles }) => roles),
  };
}
