import { policyFaults } from '../../../workflows/domain/sla/policy-faults.js';
import type { CalendarVersion } from '../../../activities/promises/sla-configuration.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
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
    refuse([
      ...policyFaults(clocks),
      ...calendarFault(await stores.sla.calendars(), calendar, place, from),
      ...clocks.flatMap(({ steps }, clock) =>
        steps.flatMap(({ channel }, step) =>
          channel === null || channels.includes(channel)
            ? []
            : [`clocks[${clock}].steps[${step}].channel: there is no channel "${channel}"`],
        ),
      ),
    ]);
    const actor = { kind: 'technician', key: caller.technician } as const;
    const added = { key, place, name, calendar, clocks, countsFrom: from };
    const version = await keepingKeys(() => stores.sla.addPolicy(added, { actor, ...grant }));
    return { status: 201, body: { key, version, countsFrom: from.toISOString() } };
  },
};

function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return;
  throw new ProblemError('unfit-request', {
    errors: faults.map((message) => ({ path: '/body', message })),
  });
}

/** A policy counts by a calendar of its own place or of the desk, and not before there is one. */
function calendarFault(
  calendars: readonly CalendarVersion[],
  key: string,
  place: string,
  from: Date,
): string[] {
  const versions = calendars.filter((found) => found.key === key);
  if (!versions.some((found) => found.place === place || found.place === deskPlace)) {
    return [`calendar: there is no calendar "${key}" here`];
  }
  return versions.some(({ countsFrom: since }) => since <= from)
    ? []
    : [`calendar: "${key}" does not count yet when the policy does`];
}
