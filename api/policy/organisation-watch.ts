import type { Directory } from '../../activities/store/directory.js';
import type { PolicyInForce } from '../../policies/policy-in-force.js';
import { organisationFrom } from './organisation-from.js';

/** Keeps the policy in force on the organisation as the directory has it now. */
export class OrganisationWatch {
  readonly #directory: Pick<Directory, 'read'>;
  readonly #policy: PolicyInForce;
  readonly #onChange: () => void;
  #last: string;

  /** `last` is the directory as JSON that the policy was opened with. */
  constructor(
    directory: Pick<Directory, 'read'>,
    policy: PolicyInForce,
    last: string,
    onChange: () => void,
  ) {
    this.#directory = directory;
    this.#policy = policy;
    this.#last = last;
    this.#onChange = onChange;
  }

  /** Looks once; what has changed is in force when it resolves. */
  async look(): Promise<void> {
    const contents = await this.#directory.read();
    const now = JSON.stringify(contents);
    if (now === this.#last) return;
    await this.#policy.swap({ organisation: organisationFrom(contents) });
    this.#last = now;
    this.#onChange();
  }
}
