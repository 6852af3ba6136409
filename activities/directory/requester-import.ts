import { lookOf } from '../../workflows/domain/look-of-name.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { addCustomer } from './customer-store.js';
import type { DirectoryWriter, Doer } from './directory-writer.js';
import type { TableRequester } from './read-requester-table.js';
import { tellOfRequesters } from './tell-of-requesters.js';

/** What an import does, or would do. */
export interface ImportOutcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Names of customers who were not there before. */
  readonly newCustomers: readonly string[];
}

/** Thrown to undo a dry run; it carries what was found out. */
class DryRun extends Error {
  readonly outcome: ImportOutcome;

  constructor(outcome: ImportOutcome) {
    super('A dry run ends here.');
    this.outcome = outcome;
  }
}

/** Takes whole tables of requesters over: known ones, by address or else by name, are brought up to date. */
export class RequesterImport {
  readonly #writer: DirectoryWriter;

  constructor(writer: DirectoryWriter) {
    this.#writer = writer;
  }

  /** Does it, in one transaction. */
  run(by: Doer, rows: readonly TableRequester[]): Promise<ImportOutcome> {
    return this.#writer.change(by, async ({ tx, audit }) => {
      const outcome = await importIn(tx, rows);
      await tellOfRequesters(tx);
      const { newCustomers, ...counts } = outcome;
      await audit(
        { kind: 'requester', key: 'import' },
        { imported: counts, newCustomers: newCustomers.length },
      );
      return outcome;
    });
  }

  /** Finds out what it would do, by doing it and taking it back. */
  async tryOut(by: Doer, rows: readonly TableRequester[]): Promise<ImportOutcome> {
    try {
      return await this.#writer.change(by, async ({ tx }) => {
        throw new DryRun(await importIn(tx, rows));
      });
    } catch (error) {
      if (error instanceof DryRun) return error.outcome;
      throw error;
    }
  }
}

async function importIn(tx: Database, rows: readonly TableRequester[]): Promise<ImportOutcome> {
  const { keys, made } = await customersOf(tx, rows);
  const people = rows.map(({ customer, ...row }) => ({
    ...row,
    customer: customer === null ? null : (keys.get(lookOf(customer)) ?? null),
  }));
  const counts = await rowOf<{ created: number; updated: number }>(tx, mergingRequesters, {
    people: JSON.stringify(people),
  });
  const { created = 0, updated = 0 } = counts ?? {};
  return { created, updated, unchanged: rows.length - created - updated, newCustomers: made };
}

/** The keys of all customers that the rows name, by the look of key or name; unknown ones are made. */
async function customersOf(
  tx: Database,
  rows: readonly TableRequester[],
): Promise<{ readonly keys: ReadonlyMap<string, string>; readonly made: readonly string[] }> {
  // Of two that looked alike before names had looks, the one that has the look comes last and is meant.
  const known = await rowsOf<{ key: string; name: string }>(
    tx,
    'select key, name from customers order by look desc nulls first',
  );
  const keys = new Map<string, string>();
  for (const { key, name } of known) keys.set(lookOf(name), key);
  for (const { key } of known) keys.set(key, key);
  const made: string[] = [];
  for (const { customer } of rows) {
    if (customer === null || keys.has(lookOf(customer))) continue;
    keys.set(lookOf(customer), await addCustomer(tx, customer));
    made.push(customer);
  }
  return { keys, made };
}

/**
 * Takes rows over. What a row leaves empty stays as it is known: a table without a column must not wipe it out.
 * Each is looked for by one index or the other; one condition for both would read everybody known for every row.
 */
export const mergingRequesters = `
  with given as (
    select distinct on (coalesce(lower(address), ''), case when address is null then lower(name) end,
        case when address is null then coalesce(customer, '') end)
      name, address, language, customer, department
    from jsonb_to_recordset(cast(:people as jsonb))
      as given (line integer, name text, address text, language text, customer text, department text)
    order by coalesce(lower(address), ''), case when address is null then lower(name) end,
      case when address is null then coalesce(customer, '') end, line desc
  ), matched as (
    select g.*, coalesce((
      select r.id from requesters r
      where r.address is not null and lower(r.address) = lower(g.address)
    ), (
      select r.id from requesters r
      where g.address is null and r.address is null and lower(r.name) = lower(g.name)
        and r.customer is not distinct from g.customer
      order by r.id limit 1
    )) as id
    from given g
  ), created as (
    insert into requesters (id, name, address, language, customer, department)
    select gen_random_uuid(), name, address, language, customer, department
    from matched where id is null
    returning 1
  ), updated as (
    update requesters r set name = m.name, language = coalesce(m.language, r.language),
      customer = coalesce(m.customer, r.customer), department = coalesce(m.department, r.department),
      updated_at = clock_timestamp()
    from matched m
    where m.id = r.id and (r.name, coalesce(r.language, ''), coalesce(r.customer, ''), coalesce(r.department, ''))
      is distinct from (m.name, coalesce(m.language, r.language, ''), coalesce(m.customer, r.customer, ''),
        coalesce(m.department, r.department, ''))
    returning 1
  )
  select (select count(*)::int from created) as created, (select count(*)::int from updated) as updated
`;
