import { managedGroup } from '../../directory/managed-group.js';
import { sightOf } from '../../directory/sight-of.js';
import type { SelfOperation } from '../../operation.js';

/** The groups, with as many of their roles as the caller may see. */
export const listGroups: SelfOperation<'listGroups'> = {
  access: 'each-row',
  async handle(_request, { stores, policy }, { technician }) {
    const { authorizer } = policy;
    const sight = sightOf(authorizer, technician);
    const found = sight ? await stores.groups.list(sight) : [];
    const groups = found.map((group) => managedGroup(group, authorizer, technician));
    return { status: 200, body: { groups } };
  },
};
