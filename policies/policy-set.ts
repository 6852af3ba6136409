import type { Action, SwitchableAction } from '../workflows/domain/policy/actions.js';
import type { Role, Scope, Setting } from '../workflows/domain/policy/roles.js';
import type { Organisation } from './organisation.js';
import type { PolicyFiles } from './reading/policy-files.js';
import type { AskedQuestion } from './question.js';

/** Where in the policy's files something was said. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** What a role may do, as one line of its file says it. */
export interface RoleGrant {
  readonly role: Role;
  readonly action: Action;
  readonly scope: Scope;
  /** The roles that must not be given or taken under this grant of `technician.assign-role`. */
  readonly except: readonly Role[];
  readonly place: Place;
}

/** An action switched on or off for a role throughout the installation. */
export interface RoleSwitch {
  readonly role: Role;
  readonly action: SwitchableAction;
  readonly set: Setting;
  readonly place: Place;
}

/** Decisions that a policy must come to when it is asked about an organisation. */
export interface ExpectedDecisions {
  readonly file: string;
  readonly organisation: Organisation;
  readonly questions: readonly AskedQuestion[];
}

/** Everything that the files of a policy say; `revision` is the hash of what decides. */
export interface PolicySet {
  readonly revision: string;
  /** What it was read from, the model included. */
  readonly files: PolicyFiles;
  /** The text of Casbin's model. */
  readonly model: string;
  readonly grants: readonly RoleGrant[];
  readonly switches: readonly RoleSwitch[];
  readonly expected: readonly ExpectedDecisions[];
}
