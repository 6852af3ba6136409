import { type Database, rowOf, rowsOf } from '../store/database.js';

/** What the demonstration begins with: an organisation in the form of `org.json`, and what the directory knows of it besides. */
export interface Demonstration {
  readonly organisation: unknown;
  readonly directory: unknown;
}

/**
 * Puts the demonstration into an empty directory; where people are already, all stays as they have
 * made it. One that is older than what the directory knows beside names gets that too.
 */
export async function seedDemonstration(
  owner: Database,
  { organisation, directory }: Demonstration,
): Promise<void> {
  const given = { org: JSON.stringify(organisation), more: JSON.stringify(directory) };
  await owner.transaction(async (transaction) => {
    for (const statement of await missing(transaction)) {
      await rowsOf(transaction, statement, given);
    }
  });
}

async function missing(tx: Database): Promise<readonly string[]> {
  if ((await rowOf(tx, 'select from technicians limit 1')) === null) return statements;
  return (await rowOf(tx, moreThanNames)) ? [] : [...completing, ...beside];
}

const moreThanNames = `
  select from technicians where cardinality(skills) + cardinality(languages) > 0
  union all select from customers union all select from requesters
  limit 1
`;

/** What a channel promises in the demonstration: a minute to come back, half a minute to answer, a week to reopen, links of eight hours. */
const terms = `60000, 30000, 7 * 86400000::bigint, 8 * 3600000::bigint`;

const beside = [
  `insert into customers (key, name)
     select key, name
     from jsonb_to_recordset(:more::jsonb -> 'customers') as one (key text, name text)
     on conflict do nothing`,
  `insert into requesters (id, name, address, language, customer, department)
     select id, name, address, language, customer, department
     from jsonb_to_recordset(:more::jsonb -> 'requesters') as one
       (id uuid, name text, address text, language text, customer text, department text)
     on conflict do nothing`,
];

const completing = [
  `update channels set department = more.department, description = more.description
     from jsonb_to_recordset(:more::jsonb -> 'channels')
       as more (key text, department text, description text)
     where channels.key = more.key and channels.department is null
       and channels.description is null`,
  `update technicians set skills = coalesce(more.skills, '{}'),
       languages = coalesce(more.languages, '{}'), capacity = coalesce(more.capacity, 3)
     from jsonb_to_recordset(:more::jsonb -> 'technicians')
       as more (key text, skills text[], languages text[], capacity integer)
     where technicians.key = more.key`,
  `update groups set kind = coalesce(more.kind, 'skill'), level = more.level
     from jsonb_to_recordset(:more::jsonb -> 'groups') as more (key text, kind text, level integer)
     where groups.key = more.key and groups.level is null`,
];

const statements = [
  `insert into channels (key, name, department, description, is_default)
     select channel.key, coalesce(name, channel.key), department, description,
       coalesce(more."isDefault", false)
     from jsonb_to_recordset(:org::jsonb -> 'channels') as channel (key text, name text)
       left join jsonb_to_recordset(:more::jsonb -> 'channels')
         as more (key text, department text, description text, "isDefault" boolean) using (key)
     on conflict do nothing`,
  `insert into channel_terms
     (channel, reconnect_grace_ms, consent_timeout_ms, reopen_window_ms, link_lifetime_ms)
     select key, ${terms}
     from jsonb_to_recordset(:org::jsonb -> 'channels') as channel (key text)
     on conflict do nothing`,
  `insert into technicians (key, name, disabled, capacity, skills, languages)
     select one.key, coalesce(name, one.key), coalesce(disabled, false), coalesce(capacity, 3),
       coalesce(skills, '{}'), coalesce(languages, '{}')
     from jsonb_to_recordset(:org::jsonb -> 'technicians')
       as one (key text, name text, disabled boolean)
       left join jsonb_to_recordset(:more::jsonb -> 'technicians')
         as more (key text, skills text[], languages text[], capacity integer) using (key)
     on conflict do nothing`,
  `insert into groups (key, name, kind, level)
     select one.key, name, coalesce(kind, 'skill'), level
     from jsonb_to_recordset(:org::jsonb -> 'groups') as one (key text, name text)
       left join jsonb_to_recordset(:more::jsonb -> 'groups')
         as more (key text, kind text, level integer) using (key)
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
  ...beside,
];
