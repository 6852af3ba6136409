import type { Authorizer } from '../../policies/authorize.js';
import { PolicyInForce, PolicyRefused } from '../../policies/policy-in-force.js';
import type { PolicySet } from '../../policies/policy-set.js';
import { parsePolicySet, readPolicySet } from '../../policies/reading/read-policy-set.js';
import type { Directory } from '../directory/directory.js';
import { organisationFrom } from '../directory/organisation-from.js';
import type { PolicyStore } from '../policy/policy-store.js';

/** Where the policy that is in force for every process of the desk is found. */
type History = Pick<PolicyStore, 'latest' | 'set'>;

/** The policy as a worker asks it: what is in force, on the organisation as it is, when it is asked. */
export class DeskPolicy {
  readonly #directory: Pick<Directory, 'read' | 'versions'>;
  readonly #history: History;
  readonly #inForce: PolicyInForce;
  #version: number;
  /** The time at which the policy came into force that is asked here; null while it is the folder's. */
  #entry: number | null = null;

  private constructor(
    directory: Pick<Directory, 'read' | 'versions'>,
    history: History,
    inForce: PolicyInForce,
    version: number,
  ) {
    this.#directory = directory;
    this.#history = history;
    this.#inForce = inForce;
    this.#version = version;
  }

  /** Begins with the policy's files, for no API may have put any in force yet; throws PolicyRefused for faults in them. */
  static async open(
    directory: Pick<Directory, 'read' | 'versions'>,
    history: History,
    folder: string | null,
  ): Promise<DeskPolicy> {
    const policy = (await inForceSet(history)) ?? folderSet(folder);
    const contents = await directory.read();
    const inForce = await PolicyInForce.open(policy, organisationFrom(contents));
    return new DeskPolicy(directory, history, inForce, contents.version);
  }

  /** Who decides now: what was committed to the directory, or came into force, before the call counts. */
  async current(): Promise<Authorizer> {
    await this.#followPolicy();
    const { organisation } = await this.#directory.versions();
    if (organisation !== this.#version) {
      const contents = await this.#directory.read();
      await this.#inForce.swap({ organisation: organisationFrom(contents) });
      this.#version = contents.version;
    }
    return this.#inForce.authorizer;
  }
  async #followPolicy(): Promise<void> {
    const latest = await this.#history.latest();
    if (latest === null || latest.id === this.#entry) return;
    this.#entry = latest.id;
    if (latest.revision === this.#inForce.policy.revision) return;
    const policy = await inForceSet(this.#history);
    // The API has checked it; what it could not use here would leave the old in force there too.
    if (policy !== null) await this.#inForce.swap({ policy });
  }
}

async function inForceSet(history: History): Promise<PolicySet | null> {
  const latest = await history.latest();
  const stored = latest && (await history.set(latest.digest));
  const read = stored && parsePolicySet(new Map(Object.entries(stored.files)));
  return read?.ok ? read.value : null;
}

function folderSet(folder: string | null): PolicySet {
  const read = folder === null ? readPolicySet() : readPolicySet(folder);
  if (!read.ok) throw new PolicyRefused(read.faults);
  return read.value;
}
