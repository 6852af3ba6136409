import { colleaguesOf } from '../../directory/colleagues-of.js';
import type { SelfOperation } from '../../operation.js';
import { personOf } from '../../shown/people.js';

/** The technicians whom the caller comes across in what they may read, so that their names need no keys. */
export const listPeople: SelfOperation<'listPeople'> = {
  access: 'each-row',
  handle(_request, { policy }, { technician }) {
    const { authorizer } = policy;
    const seenIn = policy.viewer(technician).visible.map(({ channel }) => channel);
    const people = colleaguesOf(authorizer, technician, seenIn)
      .map((key) => personOf(authorizer, key))
      .sort((one, other) => one.name.localeCompare(other.name));
    return { status: 200, body: { people } };
  },
};
