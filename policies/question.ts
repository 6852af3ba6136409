import type { Action } from '../workflows/domain/policy/actions.js';
import type { Relation, Role } from '../workflows/domain/policy/roles.js';

/** May this technician do this, in this channel (`*` for the desk), standing so to what it is about? */
export interface Question {
  readonly technician: string;
  readonly channel: string;
  readonly action: Action;
  readonly relation: Relation;
  /** With `technician.assign-role`: the role to be given or taken. */
  readonly assigning?: Role;
}

/** A question as it stands in a file, with its line and, where the file has one, its answer. */
export interface AskedQuestion {
  readonly question: Question;
  readonly line: number;
  readonly answer: 'allow' | 'deny' | null;
}
