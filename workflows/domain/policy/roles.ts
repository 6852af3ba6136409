/** Every role that can be given, in a channel or at the desk. */
export const roles = [
  'channel-technician',
  'channel-manager',
  'technician-manager',
  'auditor',
  'policy-admin',
  'owner',
] as const;
export type Role = (typeof roles)[number];

/** The roles that work no sessions: no switch gives them anything. */
const idle: ReadonlySet<Role> = new Set<Role>(['auditor', 'policy-admin']);

/** The roles to which a switch can add something. */
export const workingRoles: readonly Role[] = roles.filter((role) => !idle.has(role));

/** How a technician stands to what they ask about: theirs, nobody's yet, or somebody else's. */
export const relations = ['own', 'unassigned', 'other'] as const;
export type Relation = (typeof relations)[number];

/** How far a grant reaches; `any` covers every relation. */
export const scopes = ['own', 'unassigned', 'any'] as const;
export type Scope = (typeof scopes)[number];

/** What a switch says; `default` says nothing. */
export const settings = ['on', 'off', 'default'] as const;
export type Setting = (typeof settings)[number];

/** The place of a role held at the desk: it counts in every channel. */
export const desk = '*';

/** Whether a text names a role. */
export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

/** Whether a text names a relation. */
export function isRelation(text: string): text is Relation {
  return relations.some((relation) => relation === text);
}

/** Whether a text names a scope. */
export function isScope(text: string): text is Scope {
  return scopes.some((scope) => scope === text);
}

/** Whether a text names a setting of a switch. */
export function isSetting(text: string): text is Setting {
  return settings.some((setting) => setting === text);
}
