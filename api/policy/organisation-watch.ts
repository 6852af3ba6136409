import {
  type Directory,
  type DirectoryPart,
  directoryParts,
  type DirectoryVersions,
} from '../../activities/directory/directory.js';
import type { PolicyInForce } from '../../policies/policy-in-force.js';
import { organisationFrom } from '../../activities/directory/organisation-from.js';
import type { ConsentRules } from '../sessions/consent-rules.js';

/** What the watch looks at, puts in force and tells. */
export interface OrganisationWatchOptions {
  readonly directory: Pick<Directory, 'read' | 'versions'>;
  readonly policy: PolicyInForce;
  readonly consent: Pick<ConsentRules, 'refresh'>;
  /** The versions that the policy was opened with. */
  readonly opened: DirectoryVersions;
  /** Somebody's rights may be other ones from now on. */
  readonly onRights: () => void;
  /** These parts of the directory have changed, whether rights have or not. */
  readonly onParts: (parts: readonly DirectoryPart[]) => void;
}

/**
 * Keeps the policy in force on the organisation as the directory has it now. A look costs one row; only
 * where that has changed is the organisation read, built beside the one in force, and swapped.
 */
export class OrganisationWatch {
  readonly #options: OrganisationWatchOptions;
  #known: DirectoryVersions;
  #looking: Promise<void> | null = null;
  #again: Promise<void> | null = null;

  constructor(options: OrganisationWatchOptions) {
    this.#options = options;
    this.#known = options.opened;
  }

  /** Looks; what was committed before the call is in force when it resolves. */
  look(): Promise<void> {
    if (!this.#looking) {
      this.#looking = this.#lookOnce().finally(() => {
        this.#looking = null;
      });
      return this.#looking;
    }
    // The look under way may have read too early; one more serves everybody who asks meanwhile.
    this.#again ??= this.#looking
      .catch(() => undefined)
      .then(() => {
        this.#again = null;
        return this.look();
      });
    return this.#again;
  }

  async #lookOnce(): Promise<void> {
    const { directory, policy, consent, onRights, onParts } = this.#options;
    const now = await directory.versions();
    const parts = directoryParts.filter((part) => now[part] !== this.#known[part]);
    let organisation = this.#known.organisation;
    if (now.organisation !== organisation) {
      const contents = await directory.read();
      await policy.swap({ organisation: organisationFrom(contents) });
      organisation = contents.version;
    }
    if (parts.includes('channels')) await consent.refresh();
    const rightsChanged = organisation !== this.#known.organisation;
    this.#known = { ...now, organisation };
    if (rightsChanged) onRights();
    if (parts.length > 0) onParts(parts);
  }
}
