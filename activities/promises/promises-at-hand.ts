import type { Calendar } from '../../workflows/domain/sla/calendar.js';
import type { PromisedClock } from '../../workflows/domain/sla/clock.js';
import { OpenHours } from '../../workflows/domain/sla/open-hours.js';
import { Promises } from '../../workflows/domain/sla/promises.js';
import type { ZoneRules } from '../../workflows/domain/sla/zone-rules.js';
import { type Database, rowOf } from '../store/database.js';

/** The versions of a policy and a calendar that a session keeps from its request on. */
export interface KeptVersions {
  readonly policyId: string;
  readonly calendarId: string;
}

/** A session's promises, and the hours by which they count. */
export interface KeptPromises {
  readonly promises: Promises;
  readonly hours: OpenHours;
}

// Versions never change and their ids are unguessable and unique, so what was made of them once may
// serve the whole process; the oldest goes when there are too many.
const most = 500;
const atHand = new Map<string, KeptPromises>();

/** The promises of two versions, made ready once for a process. */
export async function promisesOf(
  db: Database,
  { policyId, calendarId }: KeptVersions,
): Promise<KeptPromises> {
  const key = `${policyId} ${calendarId}`;
  const known = atHand.get(key);
  if (known) return known;
  const row = await rowOf<VersionsRow>(
    db,
    `select p.clocks, c.content, c.zone_rules from sla_policies p, sla_calendars c
     where p.id = :policyId and c.id = :calendarId`,
    { policyId, calendarId },
  );
  if (!row) throw new Error(`There are no such versions of a policy and a calendar: ${key}.`);
  const hours = new OpenHours(row.content, row.zone_rules);
  const made = { promises: new Promises(row.clocks, hours), hours };
  const [oldest] = atHand.keys();
  if (oldest !== undefined && atHand.size >= most) atHand.delete(oldest);
  atHand.set(key, made);
  return made;
}

interface VersionsRow {
  readonly clocks: readonly PromisedClock[];
  readonly content: Calendar;
  readonly zone_rules: ZoneRules;
}
