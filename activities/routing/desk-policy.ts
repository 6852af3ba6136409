import type { Authorizer } from '../../policies/authorize.js';
import { PolicyInForce, PolicyRefused } from '../../policies/policy-in-force.js';
import type { PolicySet } from '../../policies/policy-set.js';
import { readPolicySet } from '../../policies/read-policy-set.js';
import type { Directory } from '../directory/directory.js';
import { organisationFrom } from '../directory/organisation-from.js';

/** The policy as a worker asks it: always on the organisation as it is when it is asked. */
export class DeskPolicy {
  readonly #directory: Pick<Directory, 'read' | 'versions'>;
  readonly #inForce: PolicyInForce;
  #version: number;

  private constructor(
    directory: Pick<Directory, 'read' | 'versions'>,
    inForce: PolicyInForce,
    version: number,
  ) {
    this.#directory = directory;
    this.#inForce = inForce;
    this.#version = version;
  }

  /** Reads the policy's files and the organisation; throws PolicyRefused with every fault in them. */
  static async open(
    directory: Pick<Directory, 'read' | 'versions'>,
    folder: string | null,
  ): Promise<DeskPolicy> {
    const read = folder === null ? readPolicySet() : readPolicySet(folder);
    if (!read.ok) throw new PolicyRefused(read.faults);
    const contents = await directory.read();
    const inForce = await PolicyInForce.open(read.value, organisationFrom(contents));
    return new DeskPolicy(directory, inForce, contents.version);
  }

  /** Puts another set of files in force. */
  async use(policy: PolicySet): Promise<void> {
    await this.#inForce.swap({ policy });
  }

  /** Who decides now: what was committed to the directory before the call counts. */
  async current(): Promise<Authorizer> {
    const { organisation } = await this.#directory.versions();
    if (organisation !== this.#version) {
      const contents = await this.#directory.read();
      await this.#inForce.swap({ organisation: organisationFrom(contents) });
      this.#version = contents.version;
    }
    return this.#inForce.authorizer;
  }
}
