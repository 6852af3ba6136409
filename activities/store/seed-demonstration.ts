import { type Database, rowsOf } from './database.js';

/**
 * Puts an organisation in the form of `org.json` into the directory, once: what is already there
 * stays as people have changed it since.
 */
export async function seedDemonstration(owner: Database, organisation: unknown): Promise<void> {
  const org = JSON.stringify(organisation);
  await owner.transaction(async (transaction) => {
    for (const statement of statements) await rowsOf(transaction, statement, { org });
  });
}

/** What a channel promises in the demonstration: a minute to come back, half a minute to answer, a week to reopen, links of eight hours. */
const terms = `60000, 30000, 7 * 86400000::bigint, 8 * 3600000::bigint`;

const statements = [
  `insert into channels (key, name)
     select key, coalesce(name, key)
     from jsonb_to_recordset(:org::jsonb -> 'channels') as channel (key text, name text)
     on conflict do nothing`,
  `insert into channel_terms
     (channel, reconnect_grace_ms, consent_timeout_ms, reopen_window_ms, link_lifetime_ms)
     select key, ${terms}
     from jsonb_to_recordset(:org::jsonb -> 'channels') as channel (key text)
     on conflict do nothing`,
  `insert into technicians (key, name, disabled)
     select key, coalesce(name, key), coalesce(disabled, false)
     from jsonb_to_recordset(:org::jsonb -> 'technicians')
       as technician (key text, name text, disabled boolean)
     on conflict do nothing`,
  `insert into groups (key, name)
     select key, name
     from jsonb_to_recordset(:org::jsonb -> 'groups') as one (key text, name text)
     on conflict do nothing`,
  `insert into group_members ("group", technician)
     select one.key, member
     from jsonb_to_recordset(:org::jsonb -> 'groups') as one (key text, members jsonb),
       jsonb_array_elements_text(one.members) as member
     on conflict do nothing`,
  `insert into role_assignments (role, holder_kind, holder, place)
     select role, split_part("to", ':', 1), split_part("to", ':', 2), "in"
     from jsonb_to_recordset(:org::jsonb -> 'roles') as given (role text, "to" text, "in" text)
     on conflict do nothing`,
  `insert into switches (target_kind, target, action, setting)
     select split_part("for", ':', 1), split_part("for", ':', 2), action, "set"
     from jsonb_to_recordset(:org::jsonb -> 'switches')
       as switched ("for" text, action text, "set" text)
     on conflict do nothing`,
];
