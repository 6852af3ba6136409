import type { Calendar } from '../../workflows/domain/sla/calendar.js';
import type { PromisedClock } from '../../workflows/domain/sla/clock.js';
import type { Actor, Priority } from '../../workflows/domain/session/vocabulary.js';
import type { ZoneRules } from '../../workflows/domain/sla/zone-rules.js';
import { zoneRules } from '../sla/zone-rules.js';
import type { SubjectKind } from '../../workflows/domain/audit/audit-kinds.js';
import { writeAudit } from '../store/log/audit-entry.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { stepLateness, type StepLateness } from './step-lateness.js';

/** What every version has: whose it is, since when it counts, and who made it. */
interface Version {
  readonly key: string;
  readonly version: number;
  /** A channel, or `*` for the desk. */
  readonly place: string;
  readonly name: string;
  readonly countsFrom: Date;
  readonly madeAt: Date;
  readonly madeBy: Actor;
}

/** One version of a calendar, with the release of the zone database that it was made with. */
export interface CalendarVersion extends Version {
  readonly content: Calendar;
  readonly release: string;
}

/** One version of a policy; its calendar is named by key, and counts in the version of the day. */
export interface PolicyVersion extends Version {
  readonly calendar: string;
  readonly clocks: readonly PromisedClock[];
}

/** Which policy a channel keeps for a priority, from an instant on; null promises nothing. */
export interface ChannelPromise {
  readonly channel: string;
  readonly priority: Priority;
  readonly policy: string | null;
  readonly countsFrom: Date;
  readonly madeAt: Date;
  readonly madeBy: Actor;
}

/** Who changes something, by which decision of the policy, and from where. */
export interface Change {
  readonly actor: Actor;
  readonly action: string;
  readonly revision: string;
  readonly from?: string | undefined;
}

/** A new version of a calendar, checked before. */
export interface NewCalendar {
  readonly key: string;
  readonly place: string;
  readonly name: string;
  readonly content: Calendar;
  readonly countsFrom: Date;
}

/** A new version of a policy, checked before. */
export interface NewPolicy {
  readonly key: string;
  readonly place: string;
  readonly name: string;
  readonly calendar: string;
  readonly clocks: readonly PromisedClock[];
  readonly countsFrom: Date;
}

/** A new promise of a channel. */
export type NewPromise = Omit<ChannelPromise, 'madeAt' | 'madeBy'>;

/** A key that belongs to another place already. */
export class KeyTakenError extends Error {
  readonly place: string;

  constructor(place: string) {
    super('The key belongs to another place.');
    this.name = 'KeyTakenError';
    this.place = place;
  }
}

/** Calendars, policies and what channels promise: versions that are added and never changed. */
export class SlaConfiguration {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** How late the steps were taken that were taken since an instant. */
  lateness(since: Date): Promise<StepLateness> {
    return stepLateness(this.#db, since);
  }

  /** Every version of every calendar, the newest of each first. */
  calendars(): Promise<readonly CalendarVersion[]> {
    return rowsOf<CalendarVersion>(
      this.#db,
      `select ${versionColumns}, content, zone_rules ->> 'release' as release
       from sla_calendars order by key, version desc`,
    );
  }

  /** Every version of every policy, the newest of each first. */
  policies(): Promise<readonly PolicyVersion[]> {
    return rowsOf<PolicyVersion>(
      this.#db,
      `select ${versionColumns}, calendar, clocks from sla_policies order by key, version desc`,
    );
  }

  /** Everything that channels promised, promise and will promise, the newest of each first. */
  promises(): Promise<readonly ChannelPromise[]> {
    return rowsOf<ChannelPromise>(
      this.#db,
      `select channel, priority, policy, counts_from as "countsFrom", made_at as "madeAt",
         made_by as "madeBy"
       from sla_promises order by channel, priority, number desc`,
    );
  }

  /** Adds a version of a calendar; throws UnknownZone or KeyTakenError. Gives the version's number. */
  async addCalendar(calendar: NewCalendar, change: Change): Promise<number> {
    const rules: ZoneRules = zoneRules(calendar.content.zone);
    return this.#add('calendar', calendar, change, (tx, version) =>
      rowsOf(
        tx,
        `insert into sla_calendars
           (key, version, place, name, content, zone_rules, counts_from, made_by)
         values (:key, :version, :place, :name, :content, :rules, :countsFrom, :actor)`,
        {
          ...calendar,
          version,
          content: JSON.stringify(calendar.content),
          rules: JSON.stringify(rules),
          actor: JSON.stringify(change.actor),
        },
      ),
    );
  }

  /** Adds a version of a policy; throws KeyTakenError. Gives the version's number. */
  addPolicy(policy: NewPolicy, change: Change): Promise<number> {
    return this.#add('sla-policy', policy, change, (tx, version) =>
      rowsOf(
        tx,
        `insert into sla_policies
           (key, version, place, name, calendar, clocks, counts_from, made_by)
         values (:key, :version, :place, :name, :calendar, :clocks, :countsFrom, :actor)`,
        {
          ...policy,
          version,
          clocks: JSON.stringify(policy.clocks),
          actor: JSON.stringify(change.actor),
        },
      ),
    );
  }

  /** Lets a channel promise by another policy, or by none, from an instant on. */
  async addPromise(promise: NewPromise, change: Change): Promise<void> {
    const { channel, priority, policy, countsFrom } = promise;
    await this.#db.transaction(async (tx) => {
      await inTurn(tx, `sla promise ${channel} ${priority}`);
      await rowsOf(
        tx,
        `insert into sla_promises (channel, priority, number, policy, counts_from, made_by)
         select :channel, :priority, coalesce(max(number), 0) + 1, cast(:policy as text),
           cast(:countsFrom as timestamptz), cast(:actor as jsonb)
         from sla_promises where channel = :channel and priority = :priority`,
        { ...promise, actor: JSON.stringify(change.actor) },
      );
      const data = { priority, policy, countsFrom: countsFrom.toISOString() };
      await writeAudit(tx, { ...change, subject: { kind: 'channel', key: channel }, data });
    });
  }

  #add(
    kind: Extract<SubjectKind, 'calendar' | 'sla-policy'>,
    { key, place, countsFrom }: NewCalendar | NewPolicy,
    change: Change,
    write: (tx: Database, version: number) => Promise<unknown>,
  ): Promise<number> {
    return this.#db.transaction(async (tx) => {
      await inTurn(tx, `${kind} ${key}`);
      const latest = await latestOf(tx, kind, key);
      if (latest && latest.place !== place) throw new KeyTakenError(latest.place);
      const version = (latest?.version ?? 0) + 1;
      await write(tx, version);
      const data = { version, place, countsFrom: countsFrom.toISOString() };
      await writeAudit(tx, { ...change, subject: { kind, key }, data });
      return version;
    });
  }
}

const versionColumns = `key, version, place, name, counts_from as "countsFrom",
  made_at as "madeAt", made_by as "madeBy"`;

/** Two who add a version of the same thing do it one after the other. */
async function inTurn(tx: Database, name: string): Promise<void> {
  await rowsOf(tx, 'select pg_advisory_xact_lock(hashtextextended(:name, 0))', { name });
}

function latestOf(
  tx: Database,
  kind: 'calendar' | 'sla-policy',
  key: string,
): Promise<{ readonly version: number; readonly place: string } | null> {
  const table = kind === 'calendar' ? 'sla_calendars' : 'sla_policies';
  return rowOf(
    tx,
    `select version, place from ${table} where key = :key order by version desc limit 1`,
    { key },
  );
}
