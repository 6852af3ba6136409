import type { Fault } from '../../../workflows/domain/fault.js';
import type { PromisedClock } from '../../../workflows/domain/sla/clock.js';
import { policyFaults } from '../../../workflows/domain/sla/policy-faults.js';
import type { CalendarVersion } from '../../../activities/promises/sla-configuration.js';
import type { ChannelOperation } from '../../operation.js';
import { inBody } from '../../problems/in-body.js';
import { refuseFaults } from '../../problems/unfit.js';
import { countsFrom } from '../../sla/counts-from.js';
import { keepingKeys } from '../../sla/keeping-keys.js';
import { deskPlace } from '../../sla/places.js';

/** Adds a policy, or a version of one that counts from an instant ahead. */
export const addSlaPolicy: ChannelOperation<'addSlaPolicy'> = {
  access: 'channel',
  action: 'sla.configure',
  channelOf: ({ body }) => body.place,
  async handle({ body }, { stores, policy, now }, { caller, grant }) {
    const { key, place, name, calendar, clocks } = body;
    const from = countsFrom(body.countsFrom, now());
    const channels = policy.authorizer.people.organisation.channels.map((channel) => channel.key);
    refuseFaults([
      ...inBody(policyFaults(clocks)),
      ...calendarFault(await stores.sla.calendars(), calendar, place, from),
      ...channelFaults(clocks, channels),
    ]);
    const actor = { kind: 'technician', key: caller.technician } as const;
    const added = { key, place, name, calendar, clocks, countsFrom: from };
    const version = await keepingKeys(() => stores.sla.addPolicy(added, { actor, ...grant }));
    return { status: 201, body: { key, version, countsFrom: from.toISOString() } };
  },
};

/** A step re-routes to a channel that is there. */
function channelFaults(clocks: readonly PromisedClock[], known: readonly string[]): Fault[] {
  return clocks.flatMap(({ steps }, clock) =>
    steps.flatMap(({ channel }, step): Fault[] => {
      if (channel === null || known.includes(channel)) return [];
      const path = `/body/clocks/${clock}/steps/${step}/channel`;
      const message = `there is no channel "${channel}"`;
      return [{ path, code: 'channel-unknown', message, values: { value: channel } }];
    }),
  );
}

/** A policy counts by a calendar of its own place or of the desk, and not before there is one. */
function calendarFault(
  calendars: readonly CalendarVersion[],
  key: string,
  place: string,
  from: Date,
): Fault[] {
  const path = '/body/calendar';
  const values = { value: key };
  const versions = calendars.filter((found) => found.key === key);
  if (!versions.some((found) => found.place === place || found.place === deskPlace)) {
    const message = `there is no calendar "${key}" here`;
    return [{ path, code: 'calendar-unknown', message, values }];
  }
  if (versions.some(({ countsFrom: since }) => since <= from)) return [];
  const message = `"${key}" does not count yet when the policy does`;
  return [{ path, code: 'calendar-not-yet', message, values }];
}
