import type { DirectoryVersions } from '../../activities/directory/directory.js';
import type { HistoryEntry } from '../../activities/policy/policy-store.js';
import type { Fault } from '../../policies/reading/fault.js';
import { digestOf } from '../../policies/reading/policy-files.js';
import { PolicyInForce, PolicyRefused } from '../../policies/policy-in-force.js';
import type { PolicySet } from '../../policies/policy-set.js';
import {
  defaultPolicyDirectory,
  parsePolicySet,
  wholeFiles,
} from '../../policies/reading/read-policy-set.js';
import { DecisionJournal } from '../policy/decision-journal.js';
import { organisationFrom } from '../../activities/directory/organisation-from.js';
import { PolicyDesk, type RefusalLog } from '../policy/policy-desk.js';
import { PolicyOffice } from '../policy/policy-office.js';
import { PolicySource, type RefusedFiles, type SourceMode } from '../policy/policy-source.js';
import { readSound } from '../policy/read-sound.js';
import { storedSet } from '../policy/stored-set.js';
import { ConsentRules } from '../sessions/consent-rules.js';
import type { OpenStores } from './open-stores.js';

/** The policy in force and all that keeps it up to date; the source still has to be made to look. */
export interface OpenPolicy {
  readonly inForce: PolicyInForce;
  readonly policy: PolicyDesk;
  readonly office: PolicyOffice;
  readonly source: PolicySource;
  readonly journal: DecisionJournal;
  /** What users may be asked for, channel by channel. */
  readonly consent: ConsentRules;
  /** How often the directory had changed when it was opened. */
  readonly versions: DirectoryVersions;
}

/** How the policy is opened. */
export interface PolicyPlan {
  /** The folder of its files; the policy that comes with Mayday unless told. */
  readonly folder: string | null;
  readonly mode: SourceMode;
  readonly refusals: RefusalLog;
  readonly onRefused: (refused: RefusedFiles) => void;
}

type Stores = Pick<OpenStores, 'stores' | 'policyStores'>;

/**
 * Opens what is in force for every process of the desk. On a fresh desk, and where files are the
 * source and have changed, that is what the files say; throws PolicyRefused when there is nothing sound.
 */
export async function openPolicy(
  { stores, policyStores }: Stores,
  { folder, mode, refusals, onRefused }: PolicyPlan,
): Promise<OpenPolicy> {
  const now = () => Date.now();
  const directory = folder ?? defaultPolicyDirectory;
  const { history: store, proposals, decisions } = policyStores;
  const files = await takeFiles(store, directory, mode);
  // Read first: what changes in between is found as a change by the first look.
  const versions = await stores.directory.versions();
  const { entry, set } = await stored(store, files.faults);
  const inForce = await PolicyInForce.open(set, organisationFrom(await stores.directory.read()));
  const consent = await ConsentRules.open(stores.directory);
  const journal = new DecisionJournal(decisions, now);
  const refused = files.faults.length === 0 ? null : { ...files, since: now() };
  if (refused) onRefused(refused);
  const source = new PolicySource({
    mode,
    directory,
    store,
    proposals,
    decisions,
    inForce,
    entry,
    refused,
    now,
    onRefused,
  });
  return {
    inForce,
    source,
    journal,
    versions,
    consent,
    policy: new PolicyDesk(() => inForce.authorizer, refusals, journal),
    office: new PolicyOffice({ store, proposals, decisions, journal, source, inForce, now }),
  };
}

interface TakenFiles {
  readonly digest: string;
  readonly faults: readonly Fault[];
}

type Store = Stores['policyStores']['history'];

/** Puts the files on disk in force where they are the first, or the source and changed; says what is wrong with them. */
async function takeFiles(store: Store, directory: string, mode: SourceMode): Promise<TakenFiles> {
  const files = wholeFiles(directory);
  const digest = digestOf(files);
  const latest = await store.latest();
  if (latest !== null && (mode === 'console' || (await store.lastFromFiles()) === digest)) {
    return { digest, faults: [] };
  }
  const read = await readSound(files);
  if (!read.ok) return { digest, faults: read.faults };
  const by = { kind: 'desk', rule: 'policy-files' } as const;
  const next = { set: storedSet(read.value), source: 'files', by, grant: null } as const;
  // Where another process was faster, what it put in force is found next.
  await store.putInForce(next, latest?.id ?? null);
  return { digest, faults: [] };
}

async function stored(
  store: Store,
  faults: readonly Fault[],
): Promise<{ entry: HistoryEntry; set: PolicySet }> {
  const entry = await store.latest();
  const kept = entry && (await store.set(entry.digest));
  if (!entry || !kept) throw new PolicyRefused(faults);
  const read = parsePolicySet(new Map(Object.entries(kept.files)));
  if (!read.ok) throw new PolicyRefused(read.faults);
  return { entry, set: read.value };
}
