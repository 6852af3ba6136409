import { Mutex } from 'async-mutex';
import type { ProposalStore } from '../../activities/policy/proposal-store.js';
import type { HistoryEntry, PolicyStore } from '../../activities/policy/policy-store.js';
import type { Fault } from '../../policies/reading/fault.js';
import { digestOf, type PolicyFiles } from '../../policies/reading/policy-files.js';
import type { PolicyInForce } from '../../policies/policy-in-force.js';
import type { PolicySet } from '../../policies/policy-set.js';
import { parsePolicySet, wholeFiles } from '../../policies/reading/read-policy-set.js';
import { proposalFromFiles, type ProposalSources } from './proposal-from-files.js';
import { readSound } from './read-sound.js';
import { storedSet } from './stored-set.js';

/** Where changes of the policy come from: reviewed files, or proposals that a second person approves. */
export type SourceMode = 'files' | 'console';

/** Files on disk that are not in force because something is wrong with them. */
export interface RefusedFiles {
  readonly digest: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly faults: readonly Fault[];
}

/** What the source works with. */
export interface PolicySourceOptions extends ProposalSources {
  readonly mode: SourceMode;
  readonly directory: string;
  readonly store: PolicyStore;
  readonly proposals: ProposalStore;
  readonly inForce: PolicyInForce;
  /** The time at which what the process was opened with came into force. */
  readonly entry: HistoryEntry;
  /** What was wrong with the files on disk when the process was opened. */
  readonly refused: RefusedFiles | null;
  /** Told once of files, or a stored set, that cannot come into force. */
  readonly onRefused: (refused: RefusedFiles) => void;
}

/**
 * Keeps this process on the policy that is in force for all of them, and takes up changed files: puts
 * them in force where files are the source, and else proposes them. A broken set changes nothing.
 * Why the database says what is in force: docs/decisions/0019.
 */
export class PolicySource {
  readonly #options: PolicySourceOptions;
  #entry: HistoryEntry;
  #refused: RefusedFiles | null;
  /** The files as of the last look: only what stands still for two looks is taken up. */
  #seen = '';
  #handled = '';
  readonly #listeners: (() => void)[] = [];
  readonly #following = new Mutex();

  constructor(options: PolicySourceOptions) {
    this.#options = options;
    this.#entry = options.entry;
    this.#refused = options.refused;
  }

  get mode(): SourceMode {
    return this.#options.mode;
  }

  /** The time at which what is in force here came into force. */
  get entry(): HistoryEntry {
    return this.#entry;
  }

  /** What is in force here, with its files. */
  get set(): PolicySet {
    return this.#options.inForce.policy;
  }

  /** The changed files that are not in force because of their faults, or null. */
  get refused(): RefusedFiles | null {
    return this.#refused;
  }

  /** Looks at the files on disk once. */
  async lookAtFiles(): Promise<void> {
    const files = this.#read();
    if (files === null) return;
    const digest = digestOf(files);
    const stands = digest === this.#seen;
    this.#seen = digest;
    if (!stands || digest === this.#handled) return;
    if (await this.#takeUp(files, digest)) this.#handled = digest;
  }

  /** Calls this after every swap: whoever lost a right must lose what they have open. */
  onSwap(tell: () => void): void {
    this.#listeners.push(tell);
  }

  /** Follows what another process, or this one, has put in force. */
  async follow(): Promise<void> {
    const swapped = await this.#following.runExclusive(() => this.#follow());
    if (swapped) for (const tell of this.#listeners) tell();
  }

  async #follow(): Promise<boolean> {
    const { store, inForce } = this.#options;
    const latest = await store.latest();
    if (latest === null || latest.id === this.#entry.id) return false;
    const stored = latest.digest === this.#entry.digest ? null : await store.set(latest.digest);
    this.#entry = latest;
    if (stored === null) return false;
    const read = parsePolicySet(new Map(Object.entries(stored.files)));
    const faults = read.ok ? await inForce.swap({ policy: read.value }) : read.faults;
    if (faults.length > 0) this.#refuse(latest.digest, faults);
    return faults.length === 0;
  }

  #read(): PolicyFiles | null {
    try {
      return wholeFiles(this.#options.directory);
    } catch {
      // Whatever keeps it from being read: the folder is gone, or a file in it is being replaced.
      const message = 'the folder of the policy cannot be read';
      this.#refuse('unreadable', [{ file: this.#options.directory, line: 0, message }]);
      return null;
    }
  }

  /** Whether nothing more is to be done about these files. */
  async #takeUp(files: PolicyFiles, digest: string): Promise<boolean> {
    const { store, mode, proposals } = this.#options;
    if ((await store.lastFromFiles()) === digest) return this.#mended();
    const read = await readSound(files);
    if (!read.ok) return this.#refuse(digest, read.faults);
    const set = storedSet(read.value);
    const by = { kind: 'desk', rule: 'policy-files' } as const;
    if (mode === 'files') {
      const next = { set, source: 'files', by, grant: null } as const;
      if (!(await store.putInForce(next, this.#entry.id))) return false;
    } else if (digest !== this.#entry.digest) {
      await proposals.add(await proposalFromFiles(this.#options, read.value, this.#entry), null);
    }
    return this.#mended();
  }

  #mended(): true {
    this.#refused = null;
    return true;
  }

  #refuse(digest: string, faults: readonly Fault[]): true {
    if (this.#refused?.digest === digest) return true;
    this.#refused = { digest, since: this.#options.now(), faults };
    this.#options.onRefused(this.#refused);
    return true;
  }
}
