import type { SelfOperation } from '../../operation.js';
import { deskPlace, placesWith } from '../../sla/places.js';
import { calendarShape, policyShape, promiseShape } from '../../sla/sla-shapes.js';

/** Calendars, policies and promises of the places where the caller may see them; the desk's own go with any. */
export const getSla: SelfOperation<'getSla'> = {
  access: 'each-row',
  async handle(_request, { stores, policy }, { technician }) {
    const { authorizer } = policy;
    const seen = new Set(placesWith(authorizer, technician, 'sla.view'));
    if (seen.size > 0) seen.add(deskPlace);
    const [calendars, policies, promises] = await Promise.all([
      stores.sla.calendars(),
      stores.sla.policies(),
      stores.sla.promises(),
    ]);
    return {
      status: 200,
      body: {
        calendars: calendars
          .filter(({ place }) => seen.has(place))
          .map((version) => calendarShape(version, authorizer)),
        policies: policies
          .filter(({ place }) => seen.has(place))
          .map((version) => policyShape(version, authorizer)),
        promises: promises
          .filter(({ channel }) => seen.has(channel))
          .map((promise) => promiseShape(promise, authorizer)),
        mayConfigure: [...placesWith(authorizer, technician, 'sla.configure')],
      },
    };
  },
};
