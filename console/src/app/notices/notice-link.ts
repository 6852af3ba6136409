import type { Notice } from '../desk/contract.js';

/** The page of the console that a notice is about. */
export function noticeLink({ session, proposal }: Notice): string {
  if (session) return `/sessions/${session.id}`;
  return proposal ? `/policy/changes/${proposal.id}` : '/audit';
}
