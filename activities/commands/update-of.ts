import { updates } from '../../workflows/contract.js';
import type { SessionCommand } from '../../workflows/domain/session/commands.js';

/** The commands that one may send; the others are the desk's own. */
export type SendableCommand = Exclude<
  SessionCommand,
  { type: 'wrote' | 'lapse' | 'sla-step' | 'offer' | 'draw-tier' }
>;

/** The name of the Update that carries each command. */
export const updateOf: Readonly<Record<SendableCommand['type'], string>> = {
  request: updates.request.name,
  'open-link': updates.device.name,
  'join-device': updates.device.name,
  'lose-device': updates.device.name,
  'return-device': updates.device.name,
  claim: updates.claim.name,
  start: updates.start.name,
  consent: updates.consent.name,
  disconnect: updates.disconnect.name,
  hold: updates.hold.name,
  resume: updates.hold.name,
  decline: updates.decline.name,
  transfer: updates.transfer.name,
  'call-off-transfer': updates.decline.name,
  'invite-collaborator': updates.collaborate.name,
  join: updates.collaborate.name,
  'come-in': updates.collaborate.name,
  leave: updates.collaborate.name,
  'give-mouse': updates.collaborate.name,
  'take-over': updates.collaborate.name,
  escalate: updates.escalate.name,
  close: updates.close.name,
  abandon: updates.close.name,
  reopen: updates.reopen.name,
  retarget: updates.retarget.name,
};
