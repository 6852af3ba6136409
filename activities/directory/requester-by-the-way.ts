import { randomUUID } from 'node:crypto';
import { type Database, preparedRowOf, rowOf, rowsOf } from '../store/database.js';
import { writeAudit } from '../store/log/audit-entry.js';
import type { Doer } from './directory-writer.js';
import type { RequesterFacts, RequesterRecord } from './requester-store.js';

/**
 * Remembers those for whom help is asked, without anybody having to enter them first: by their address;
 * where there is none, by name among the customer's people without an address.
 */
export class RequestersByTheWay {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Somebody known already, or remembered from now on. What is known of them stays as it is. */
  async note(by: Doer, facts: RequesterFacts): Promise<RequesterRecord> {
    const known = await knownAs(this.#db, facts);
    return known ?? this.#db.transaction((tx) => noteIn(tx, by, facts));
  }
}

async function noteIn(tx: Database, by: Doer, facts: RequesterFacts): Promise<RequesterRecord> {
  // Two invitations of the same person at once must not make two of them.
  await rowsOf(
    tx,
    "select pg_advisory_xact_lock(hashtextextended('requester ' || lower(:name), 0))",
    {
      name: facts.name,
    },
  );
  const known = await knownAs(tx, facts);
  if (known) return known;
  const made = await rowOf<RequesterRecord>(
    tx,
    `insert into requesters (id, name, address, language, customer, department)
     values (:id, :name, :address, :language, :customer, :department)
     on conflict (lower(address)) where address is not null do nothing
     returning ${columns}`,
    { id: randomUUID(), ...facts },
  );
  // Another name with the same address was faster: it is the address by which people are known.
  const found = made ?? (await knownAs(tx, facts));
  if (!found) throw new Error('A requester was neither there nor could be made.');
  if (made) {
    const { customer, language } = facts;
    await writeAudit(tx, {
      ...by,
      subject: { kind: 'requester', key: made.id },
      data: { byTheWay: { customer, language } },
      texts: { name: facts.name, ...(facts.address === null ? {} : { address: facts.address }) },
    });
  }
  return found;
}

function knownAs(
  db: Database,
  { name, address, customer }: RequesterFacts,
): Promise<RequesterRecord | null> {
  return address === null
    ? preparedRowOf<RequesterRecord>(
        db,
        `select ${columns} from requesters
         where lower(name) = lower(:name) and address is null
           and customer is not distinct from :customer
         order by id limit 1`,
        { name, customer },
      )
    : preparedRowOf<RequesterRecord>(
        db,
        `select ${columns} from requesters where lower(address) = lower(:address)`,
        { address },
      );
}

const columns = 'id, name, address, language, customer, department, created_at as "createdAt"';
