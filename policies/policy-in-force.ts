import { Mutex } from 'async-mutex';
import { createAuthorizer, type Authorizer } from './authorize.js';
import { checkExpected } from './asking/check-expected.js';
import { type Fault, faultLine } from './reading/fault.js';
import type { Organisation } from './organisation.js';
import type { PolicySet } from './policy-set.js';

/** What is to be in force from now on; what is left out stays as it is. */
export interface NextInForce {
  readonly policy?: PolicySet;
  readonly organisation?: Organisation;
}

/**
 * Holds the one authorizer that decides. A new policy or organisation is built beside it, a policy
 * is checked with its expected decisions, and then takes its place in one step.
 */
export class PolicyInForce {
  #policy: PolicySet;
  #organisation: Organisation;
  #authorizer: Authorizer;
  /** One change at a time: two at once could bring back a right that one of them took away. */
  readonly #changing = new Mutex();

  private constructor(policy: PolicySet, organisation: Organisation, authorizer: Authorizer) {
    this.#policy = policy;
    this.#organisation = organisation;
    this.#authorizer = authorizer;
  }

  /** Puts a first policy in force; throws PolicyRefused when it fails its expected decisions. */
  static async open(policy: PolicySet, organisation: Organisation): Promise<PolicyInForce> {
    const faults = await checkExpected(policy);
    if (faults.length > 0) throw new PolicyRefused(faults);
    const authorizer = await createAuthorizer(policy, organisation);
    return new PolicyInForce(policy, organisation, authorizer);
  }

  /** Who decides now. Ask again for every request: what is kept would miss a revocation. */
  get authorizer(): Authorizer {
    return this.#authorizer;
  }

  /** The policy that it decides by. */
  get policy(): PolicySet {
    return this.#policy;
  }

  /** Puts something new in force and answers no faults; or answers them, and all stays as it was. */
  async swap(next: NextInForce): Promise<readonly Fault[]> {
    return this.#changing.runExclusive(async () => {
      const policy = next.policy ?? this.#policy;
      const organisation = next.organisation ?? this.#organisation;
      const faults = next.policy === undefined ? [] : await checkExpected(policy);
      if (faults.length > 0) return faults;
      this.#authorizer = await createAuthorizer(policy, organisation);
      this.#policy = policy;
      this.#organisation = organisation;
      return [];
    });
  }
}

/** A policy that does not decide as its own files expect, or that cannot be read. */
export class PolicyRefused extends Error {
  readonly code = 'policy-refused';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(['The policy was refused:', ...faults.map(faultLine)].join('\n'));
    this.faults = faults;
  }
}
