import { noSteps } from '../../../activities/promises/step-lateness.js';
import type { SelfOperation } from '../../operation.js';
import { deskPlace, placesWith } from '../../sla/places.js';
import { calendarShape, policyShape, promiseShape } from '../../sla/sla-shapes.js';

/** Of the steps that were taken in so many days the lateness is told. */
const lateDays = 7;

/** Calendars, policies and promises of the places where the caller may see them; the desk's own go with any. */
export const getSla: SelfOperation<'getSla'> = {
  access: 'each-row',
  async handle(_request, { stores, policy, now }, { technician }) {
    const { authorizer } = policy;
    const seen = new Set(placesWith(authorizer, technician, 'sla.view'));
    if (seen.size > 0) seen.add(deskPlace);
    const since = new Date(now() - lateDays * 86_400_000);
    const [calendars, policies, promises, lateness] = await Promise.all([
      stores.sla.calendars(),
      stores.sla.policies(),
      stores.sla.promises(),
      seen.size > 0 ? stores.sla.lateness(since) : noSteps,
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
        lateness,
        mayConfigure: [...placesWith(authorizer, technician, 'sla.configure')],
      },
    };
  },
};
