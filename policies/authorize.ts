import {
  DefaultRoleManager,
  Enforcer,
  FunctionMap,
  newModelFromString,
  StringAdapter,
} from 'casbin';
import { actions, type Action } from '../workflows/domain/policy/actions.js';
import type { Relation } from '../workflows/domain/policy/roles.js';
import { actName, holderName } from './deciding/casbin-names.js';
import { compileRules, type CompiledRule } from './deciding/compile-rules.js';
import type { Decision } from './decision.js';
import { decisionOf } from './deciding/decision-of.js';
import { groupingsOf, type Grouping } from './deciding/groupings.js';
import type { Organisation } from './organisation.js';
import { OrganisationIndex } from './deciding/organisation-index.js';
import type { PolicySet } from './policy-set.js';
import type { Question } from './question.js';
import { grantsOfRoles, type HeldGrant } from './deciding/role-grants.js';

/** One policy asked about one organisation. Neither ever changes: what is new gets a new one. */
export interface Authorizer {
  readonly revision: string;
  readonly people: OrganisationIndex;
  /** What the roles grant after their switches. */
  readonly grants: readonly HeldGrant[];
  decide(question: Question): Decision;
  /** Everything that a technician may do to something they stand so to. */
  abilities(technician: string, channel: string, relation: Relation): readonly Action[];
}

/** Builds the enforcers for a policy and an organisation; rejects where Casbin refuses the model. */
export async function createAuthorizer(
  policy: PolicySet,
  organisation: Organisation,
): Promise<Authorizer> {
  const groupings = groupingsOf(organisation);
  const grants = grantsOfRoles(policy, organisation);
  const classes = new Set(groupings.map(([, of]) => of));
  const people = new Graph();
  const judges = new Map<Action, Judge>();
  for (const action of actions) {
    const rules = compileRules(action, grants, classes);
    judges.set(action, { rules, enforcer: await people.enforcer(policy.model, rules) });
  }
  await people.link(groupings);
  return new CasbinAuthorizer(policy.revision, new OrganisationIndex(organisation), grants, judges);
}

/** The rules of one action and the enforcer that applies them; a rule's priority is its index. */
interface Judge {
  readonly rules: readonly CompiledRule[];
  readonly enforcer: Enforcer;
}

/** The role graph that all enforcers share. */
class Graph {
  readonly #manager = new DefaultRoleManager(10);

  /** Must be called before links are added: an enforcer empties the role manager it is given. */
  async enforcer(model: string, rules: readonly CompiledRule[]): Promise<Enforcer> {
    // Loaded, not added: rules added one by one are not kept in the order of their priority.
    const policy = new StringAdapter(
      ['# priority,who,role,act,rel,eft', ...rules.map(policyLine)].join('\n'),
    );
    const enforcer = new LeanEnforcer();
    await enforcer.initWithModelAndAdapter(newModelFromString(model), policy);
    enforcer.setRoleManager(this.#manager);
    await enforcer.buildRoleLinks();
    return enforcer;
  }

  async link(groupings: readonly Grouping[]): Promise<void> {
    for (const [member, of] of groupings) await this.#manager.addLink(member, of);
  }
}

/** Casbin hands all its matching functions to every rule that it tries; the model uses none of them. */
class LeanEnforcer extends Enforcer {
  protected override fm = new FunctionMap();
}

function policyLine({ who, role, act, rel, eft }: CompiledRule, priority: number): string {
  return ['p', priority, who, role, act, rel, eft].join(', ');
}

/** As many answers are kept as a console's lists can show; they go when the authorizer goes. */
const keptAbilities = 20_000;

class CasbinAuthorizer implements Authorizer {
  readonly revision: string;
  readonly people: OrganisationIndex;
  readonly grants: readonly HeldGrant[];
  readonly #judges: ReadonlyMap<Action, Judge>;
  readonly #abilities = new Map<string, readonly Action[]>();

  constructor(
    revision: string,
    people: OrganisationIndex,
    grants: readonly HeldGrant[],
    judges: ReadonlyMap<Action, Judge>,
  ) {
    this.revision = revision;
    this.people = people;
    this.grants = grants;
    this.#judges = judges;
  }

  decide(question: Question): Decision {
    const judge = this.#judge(question.action);
    const [allowed, line] = judge.enforcer.enforceExSync(...requestOf(question));
    const priority = line[0];
    const rule = priority === undefined ? undefined : judge.rules[Number(priority)];
    return decisionOf(this, question, allowed, rule?.origin ?? null);
  }

  abilities(technician: string, channel: string, relation: Relation): readonly Action[] {
    // A channel matters by the roles that count in it, and by nothing else.
    const held = this.people.rolesIn(technician, channel).map(({ role }) => role);
    const key = JSON.stringify([technician, relation, ...new Set(held.toSorted())]);
    const known = this.#abilities.get(key);
    if (known !== undefined) return known;
    const found = actions.filter((action) => {
      const request = requestOf({ technician, channel, action, relation });
      return this.#judge(action).enforcer.enforceSync(...request);
    });
    if (this.#abilities.size >= keptAbilities) this.#abilities.clear();
    this.#abilities.set(key, found);
    return found;
  }

  #judge(action: Action): Judge {
    const judge = this.#judges.get(action);
    if (judge === undefined) throw new Error(`Nobody judges ${action}.`);
    return judge;
  }
}

function requestOf({ technician, channel, action, relation, assigning }: Question): string[] {
  const subject = holderName({ kind: 'technician', key: technician });
  return [subject, channel, actName(action, assigning), relation];
}
