import { Directory } from '../../activities/directory/directory.js';
import { organisationFrom } from '../../activities/directory/organisation-from.js';
import { DecisionStore } from '../../activities/policy/decision-store.js';
import { type HistoryEntry, PolicyStore } from '../../activities/policy/policy-store.js';
import { recordedDecision } from '../../activities/policy/recorded-decision.js';
import { directoryBellChannel, LiveBell } from '../../activities/store/feed/live-bell.js';
import { checkExpected } from '../../policies/asking/check-expected.js';
import { exportOrganisation } from '../../policies/reading/export-organisation.js';
import { modelFile } from '../../policies/reading/policy-files.js';
import { parsePolicySet } from '../../policies/reading/read-policy-set.js';
import { type OtherDecision, replay } from '../../policies/asking/replay.js';
import { wayBack } from '../../policies/way-back.js';
import { DeskFailure, faulty } from './desk-failure.js';
import type { DeskHouse } from './desk-house.js';
import { type InputFiles, placedIn } from './input-files.js';

const monthMs = 30 * 86_400_000;
/** More rows than a month of a large desk has. */
const mostRows = 2_000_000;

/** Answers what the command line asks about the policy of a running desk, and takes it back. */
export class PolicyRecord {
  readonly #files: InputFiles;
  readonly #house: DeskHouse;

  constructor(files: InputFiles, house: DeskHouse) {
    this.#files = files;
    this.#house = house;
  }

  /** One line for each decision that a policy would have taken otherwise, latest first, then their number. */
  async replay(directory: string, since?: string): Promise<string> {
    const policy = this.#files.policy(directory);
    // What it was expected to decide is for `check`; a model that cannot decide at all is no policy.
    const unusable = (await checkExpected(policy)).filter(({ file }) => file === modelFile);
    if (unusable.length > 0) throw faulty(placedIn(directory, unusable));
    const from = instantOf(since);
    const recorded = await this.#house.withDatabase((db) =>
      new DecisionStore(db).since(from, mostRows),
    );
    const { asked, different } = await replay(policy, recorded.map(recordedDecision));
    const when = new Date(from).toISOString();
    const sum = `${different.length} kinds of decisions would have come out differently, of ${asked} decisions since ${when}.`;
    return [...different.map(lineOf), sum, ''].join('\n');
  }

  /** The organisation in the form of `org.json`. */
  async exported(): Promise<string> {
    const contents = await this.#house.withDatabase((db) => new Directory(db).read());
    return `${JSON.stringify(exportOrganisation(organisationFrom(contents)), null, 2)}\n`;
  }

  /** Puts back in force what was in force before; every process follows by itself. */
  async rollBack(): Promise<string> {
    return this.#house.withDatabase(async (db) => {
      const store = new PolicyStore(db, new LiveBell(db, directoryBellChannel));
      const history = await store.history(mostRows);
      const [now] = history;
      const [before, ...further] = wayBack(history);
      const set = before && (await store.set(before.digest));
      if (!now || !before || !set) throw new DeskFailure(['no other policy was in force before']);
      const read = parsePolicySet(new Map(Object.entries(set.files)));
      const faults = read.ok ? await checkExpected(read.value) : read.faults;
      if (faults.length > 0) throw faulty(faults);
      const by = { kind: 'desk', rule: 'command-line' } as const;
      const next = { set, source: 'rollback', by, grant: null, restores: before.id } as const;
      const entry = await store.putInForce(next, now.id);
      if (!entry) throw new DeskFailure(['another policy has come into force meanwhile']);
      return takenBack(entry, now, before, further.length);
    });
  }
}

/** From which policy to which, and what doing it once more would come upon. */
function takenBack(
  entry: HistoryEntry,
  from: HistoryEntry,
  to: HistoryEntry,
  left: number,
): string {
  const [until, since] = [from.at.toISOString(), to.at.toISOString()];
  return [
    `In force again: revision ${entry.revision}, of ${since}.`,
    `Taken back: revision ${from.revision}, of ${until}.`,
    left === 0
      ? 'Nothing is left to take back to.'
      : `It can be taken back further: ${left} more ${left === 1 ? 'time' : 'times'}.`,
    '',
  ].join('\n');
}

function lineOf({ recorded, rule }: OtherDecision): string {
  const { question, allowed, times, lastAt } = recorded;
  const { technician, channel, action, relation } = question;
  const [then, now] = allowed ? ['allow', 'deny'] : ['deny', 'allow'];
  const why = rule === null ? '' : ` (${rule})`;
  const last = new Date(lastAt).toISOString();
  return `${technician} ${action} (${relation}) in ${channel}: ${then} then, ${now} now${why}; ${times} times, last ${last}`;
}

function instantOf(text: string | undefined): number {
  if (text === undefined) return Date.now() - monthMs;
  const found = Date.parse(text);
  if (Number.isNaN(found))
    throw new DeskFailure([`"${text}" is not an instant like 2026-11-23T09:30Z`]);
  return found;
}
