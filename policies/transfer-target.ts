import type { Authorizer } from './authorize.js';

/** Where a session is to go: a channel, and in it to somebody, to a group, or to its queue. */
export interface TransferPlace {
  readonly channel: string;
  readonly technician: string | null;
  readonly group: string | null;
}

/** Why a session cannot go there. */
export type TargetFault = 'channel-unknown' | 'technician-not-of-channel' | 'group-not-of-channel';

/** What is wrong with a place that a session is to go to, or null. It goes to nobody who could not see it there. */
export function targetFault(authorizer: Authorizer, place: TransferPlace): TargetFault | null {
  const { channel, technician, group } = place;
  if (!authorizer.people.hasChannel(channel)) return 'channel-unknown';
  const isForBoth = technician !== null && group !== null;
  if (isForBoth || (technician !== null && !canServe(authorizer, technician, channel))) {
    return 'technician-not-of-channel';
  }
  return group === null || canGroupServe(authorizer, group, channel)
    ? null
    : 'group-not-of-channel';
}

/** Whether a technician can answer for a session in a channel: see and start it, once it is theirs. */
export function canServe(authorizer: Authorizer, technician: string, channel: string): boolean {
  const known = authorizer.people.technician(technician);
  if (!known || known.disabled) return false;
  const may = authorizer.abilities(technician, channel, 'own');
  return may.includes('session.view') && may.includes('session.start');
}

/** Whether somebody of a group can answer for a session in a channel. */
export function canGroupServe(authorizer: Authorizer, group: string, channel: string): boolean {
  const found = authorizer.people.organisation.groups.find(({ key }) => key === group);
  return found?.members.some((member) => canServe(authorizer, member, channel)) ?? false;
}
