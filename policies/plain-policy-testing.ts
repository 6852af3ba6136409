import { actions, type Action } from '../workflows/domain/policy/actions.js';
import { roles, type Relation, type Role } from '../workflows/domain/policy/roles.js';
import type { Organisation, Switch } from './organisation.js';
import type { Question } from './question.js';

/** The default policy as a table: actions, then what each role is granted, in the order of `roles`. */
const table = `
session.view | own unassigned | any | any | any | - | any
session.create | any | any | any | - | - | any
session.claim | unassigned | unassigned | unassigned | - | - | unassigned
session.start session.hold session.note | own | any | any | - | - | any
session.transfer session.escalate session.collaborate | own | any | any | - | - | any
session.close session.reopen | own | any | any | - | - | any
session.assign session.join session.takeover | - | any | any | - | - | any
tool.view tool.control tool.display tool.chat | own | own | own | - | - | own
tool.file.send tool.file.receive tool.clipboard | own | own | own | - | - | own
tool.annotate tool.system-info | own | own | own | - | - | own
tool.record tool.reboot | own | own | own | - | - | own
tool.elevate tool.command | - | own | own | - | - | own
recording.view | own | any | any | any | - | any
recording.export recording.delete | - | - | any | - | - | any
channel.configure channel.staff sos-call.manage sla.configure | - | any | any | - | - | any
channel.create channel.delete | - | - | any | - | - | any
group.manage technician.invite technician.edit technician.disable | - | - | any | - | - | any
technician.assign-role | - | - | any | - | - | any
sla.view report.read | - | any | any | any | - | any
audit.read audit.export | - | - | - | any | - | any
policy.read | any | any | any | any | any | any
policy.propose policy.approve | - | - | - | - | any | any
`;

const granted = new Map<string, string[]>();
for (const line of table.trim().split('\n')) {
  const [names = '', ...cells] = line.split('|').map((cell) => cell.trim());
  for (const name of names.split(' ')) {
    roles.forEach((role, index) => granted.set(`${role} ${name}`, (cells[index] ?? '').split(' ')));
  }
}

/** The actions that the table speaks of; it must be all of them. */
export const tabledActions: readonly string[] = actions.filter((action) =>
  granted.has(`owner ${action}`),
);

/** The rules in plain words, written without a look at how Casbin is asked. */
export function plainlyAllowed(organisation: Organisation, question: Question): boolean {
  const { technician, channel, action, relation, assigning } = question;
  const who = organisation.technicians.find(({ key }) => key === technician);
  if (who === undefined || who.disabled) return false;
  const groups = organisation.groups.filter(({ members }) => members.includes(technician));
  const isTheirs = (target: Switch['for']) =>
    target.kind === 'group' && groups.some(({ key }) => key === target.key);
  const held = organisation.roles
    .filter(({ in: place }) => place === channel || place === '*')
    .filter(({ to }) => isTheirs(to) || (to.kind === 'technician' && to.key === technician))
    .map(({ role }) => role)
    .filter((role) => !beyond(role, assigning));
  if (held.length === 0) return false;

  const said = organisation.switches.filter((found) => found.action === action);
  const own = said.find(
    ({ for: target, set }) =>
      target.kind === 'technician' && target.key === technician && set !== 'default',
  );
  const ofGroups = said.filter(({ for: target }) => isTheirs(target)).map(({ set }) => set);
  const groupsSay = ofGroups.includes('off') ? 'off' : ofGroups.includes('on') ? 'on' : 'default';
  const decided = own?.set ?? groupsSay;

  if (decided === 'off') return false;
  const works = held.some((role) => role !== 'auditor' && role !== 'policy-admin');
  if (decided === 'on' && works && relation === 'own') return true;
  return held.some((role) => roleGrants(said, role, action, relation));
}

function roleGrants(
  said: readonly Switch[],
  role: Role,
  action: Action,
  relation: Relation,
): boolean {
  const sets = said
    .filter(({ for: target }) => target.kind === 'role' && target.key === role)
    .map(({ set }) => set);
  if (sets.includes('off')) return false;
  const scopes = granted.get(`${role} ${action}`) ?? [];
  if (scopes.includes('any') || scopes.includes(relation)) return true;
  const idle = role === 'auditor' || role === 'policy-admin';
  return relation === 'own' && sets.includes('on') && !idle;
}

/** A technician manager gives no role as mighty as their own, or mightier. */
function beyond(role: Role, assigning: Role | undefined): boolean {
  const mighty = ['technician-manager', 'policy-admin', 'owner'];
  return role === 'technician-manager' && assigning !== undefined && mighty.includes(assigning);
}
