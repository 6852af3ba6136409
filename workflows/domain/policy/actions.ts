/** What can be done to a session; each can be switched for a role, a group or a technician. */
export const sessionActions = [
  'session.view',
  'session.create',
  'session.claim',
  'session.start',
  'session.hold',
  'session.note',
  'session.transfer',
  'session.escalate',
  'session.collaborate',
  'session.close',
  'session.reopen',
  'session.assign',
  'session.join',
  'session.takeover',
] as const;

/** What can be done on the user's device during a session; each can be switched too. */
export const toolActions = [
  'tool.view',
  'tool.control',
  'tool.display',
  'tool.chat',
  'tool.file.send',
  'tool.file.receive',
  'tool.clipboard',
  'tool.annotate',
  'tool.system-info',
  'tool.record',
  'tool.reboot',
  'tool.elevate',
  'tool.command',
] as const;

/** What can be done around sessions: no switch touches these. */
const deskActions = [
  'recording.view',
  'recording.export',
  'recording.delete',
  'channel.configure',
  'channel.staff',
  'channel.create',
  'channel.delete',
  'sos-call.manage',
  'sla.configure',
  'sla.view',
  'group.manage',
  'technician.invite',
  'technician.edit',
  'technician.disable',
  'technician.assign-role',
  'report.read',
  'audit.read',
  'audit.export',
  'policy.read',
  'policy.propose',
  'policy.approve',
] as const;

/** Every action that the policy decides; there are no others. */
export const actions = [...sessionActions, ...toolActions, ...deskActions] as const;
export type Action = (typeof actions)[number];

/** The actions that a switch may name. */
export type SwitchableAction = (typeof sessionActions)[number] | (typeof toolActions)[number];

const known: ReadonlySet<string> = new Set(actions);
const switchable: ReadonlySet<string> = new Set([...sessionActions, ...toolActions]);

/** Whether a text names an action. */
export function isAction(text: string): text is Action {
  return known.has(text);
}

/** Whether a text names an action that can be switched on or off. */
export function isSwitchable(text: string): text is SwitchableAction {
  return switchable.has(text);
}
