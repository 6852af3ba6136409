import { randomUUID } from 'node:crypto';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { differencesOf } from './differences.js';
import { DirectoryRefusedError } from './directory-refused-error.js';
import type { DirectoryWriter, Doer } from './directory-writer.js';
import { tellOfRequesters } from './tell-of-requesters.js';

/** What is known of somebody who asks for help. */
export interface RequesterFacts {
  readonly name: string;
  readonly address: string | null;
  readonly language: string | null;
  /** The key of a customer, or null. */
  readonly customer: string | null;
  readonly department: string | null;
}

/** Somebody who asks for help, as the desk remembers them. */
export interface RequesterRecord extends RequesterFacts {
  readonly id: string;
  readonly createdAt: Date;
}

/** Which page of the requesters is wanted. */
export interface RequesterSearch {
  /** Words in the name, the address or the department. */
  readonly text: string | null;
  readonly customer: string | null;
  /** The last requester of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** Those who ask for help. */
export class RequesterStore {
  readonly #db: Database;
  readonly #writer: DirectoryWriter;

  constructor(db: Database, writer: DirectoryWriter) {
    this.#db = db;
    this.#writer = writer;
  }

  /** A page by name, and where the next begins; null at the end. */
  async search(
    search: RequesterSearch,
  ): Promise<{ readonly rows: readonly RequesterRecord[]; readonly next: string | null }> {
    const { text, customer, after, limit } = search;
    const conditions = [
      ...(text === null
        ? []
        : ['(name ilike :text or address ilike :text or department ilike :text)']),
      ...(customer === null ? [] : ['customer = :customer']),
      ...(after === null
        ? []
        : ['(lower(name), id) > (select lower(name), id from requesters where id = :after)']),
    ];
    const found = await rowsOf<RequesterRecord>(
      this.#db,
      `${select} ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
       order by lower(name), id limit :most`,
      {
        ...(text === null ? {} : { text: `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%` }),
        ...(customer === null ? {} : { customer }),
        ...(after === null ? {} : { after }),
        most: limit + 1,
      },
    );
    const rows = found.slice(0, limit);
    return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
  }

  find(id: string): Promise<RequesterRecord | null> {
    return findIn(this.#db, id);
  }

  /** Remembers somebody new and gives back their id. */
  async create(by: Doer, facts: RequesterFacts): Promise<string> {
    return this.#writer.change(by, async ({ tx, audit }) => {
      const id = randomUUID();
      await rowsOf(tx, inserting, { id, ...facts });
      await tellOfRequesters(tx);
      const { customer, language } = facts;
      await audit(
        { kind: 'requester', key: id },
        { created: { customer, language } },
        textsOf(facts),
      );
      return id;
    });
  }

  async update(by: Doer, id: string, facts: RequesterFacts): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      const before = await findIn(tx, id);
      if (!before) throw new DirectoryRefusedError('requester-unknown');
      const changed = Object.keys(differencesOf<RequesterFacts>(before, facts));
      if (changed.length === 0) return;
      await rowsOf(tx, updating, { id, ...facts });
      await tellOfRequesters(tx);
      await audit({ kind: 'requester', key: id }, { changed }, textsOf(facts));
    });
  }
}

function findIn(db: Database, id: string): Promise<RequesterRecord | null> {
  return rowOf<RequesterRecord>(db, `${select} where id = :id`, { id });
}

/** What the audit keeps apart of somebody, so that it can be erased. */
function textsOf({ name, address, department }: RequesterFacts): Readonly<Record<string, string>> {
  return {
    name,
    ...(address === null ? {} : { address }),
    ...(department === null ? {} : { department }),
  };
}

const select = `
  select id, name, address, language, customer, department, created_at as "createdAt"
  from requesters
`;

const inserting = `
  insert into requesters (id, name, address, language, customer, department)
  values (:id, :name, :address, :language, :customer, :department)
`;

const updating = `
  update requesters set name = :name, address = :address, language = :language,
    customer = :customer, department = :department, updated_at = clock_timestamp()
  where id = :id
`;
