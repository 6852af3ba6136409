import { type Database, rowOf, rowsOf } from '../store/database.js';
import { zoneRules } from '../sla/zone-rules.js';

/** Calendars, policies and what channels promise, as `promises.json` has them. */
export interface DemonstrationPromises {
  readonly calendars: readonly {
    readonly key: string;
    readonly content: { readonly zone: string };
  }[];
  readonly policies: readonly unknown[];
  readonly promises: readonly unknown[];
}

/** Puts the demonstration's promises where there are none yet; they count for all that was ever asked. */
export async function seedPromises(owner: Database, given: DemonstrationPromises): Promise<void> {
  const calendars = given.calendars.map((calendar) => ({
    ...calendar,
    rules: zoneRules(calendar.content.zone),
  }));
  const document = JSON.stringify({ ...given, calendars });
  await owner.transaction(async (tx) => {
    if (await rowOf(tx, 'select from sla_calendars limit 1')) return;
    for (const statement of statements) await rowsOf(tx, statement, { document });
  });
}

const always = `timestamptz '2020-01-01T00:00:00Z'`;
const desk = `'{"kind": "desk", "rule": "demonstration"}'::jsonb`;

const statements = [
  `insert into sla_calendars
     (key, version, place, name, content, zone_rules, counts_from, made_by)
   select key, 1, '*', name, content, rules, ${always}, ${desk}
   from jsonb_to_recordset(:document::jsonb -> 'calendars')
     as one (key text, name text, content jsonb, rules jsonb)`,
  `insert into sla_policies (key, version, place, name, calendar, clocks, counts_from, made_by)
   select key, 1, '*', name, calendar, clocks, ${always}, ${desk}
   from jsonb_to_recordset(:document::jsonb -> 'policies')
     as one (key text, name text, calendar text, clocks jsonb)`,
  `insert into sla_promises (channel, priority, number, policy, counts_from, made_by)
   select channel, priority, 1, policy, ${always}, ${desk}
   from jsonb_to_recordset(:document::jsonb -> 'promises')
     as one (channel text, priority text, policy text)`,
];
