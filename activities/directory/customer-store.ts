import { lookOf } from '../../workflows/domain/look-of-name.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { DirectoryRefusedError } from './directory-refused-error.js';
import type { DirectoryWriter, Doer } from './directory-writer.js';
import { freeKey } from './free-key.js';
import { lookIn } from './other-of-name.js';
import { requireFreeName } from './require-free-name.js';
import { tellOfRequesters } from './tell-of-requesters.js';

/** Whom a service provider's requesters belong to. */
export interface CustomerRecord {
  readonly key: string;
  readonly name: string;
  readonly requesters: number;
}

/** The customers of the desk; a change of them is audited with it. */
export class CustomerStore {
  readonly #db: Database;
  readonly #writer: DirectoryWriter;

  constructor(db: Database, writer: DirectoryWriter) {
    this.#db = db;
    this.#writer = writer;
  }

  /** Every customer, by name. */
  list(): Promise<readonly CustomerRecord[]> {
    return rowsOf<CustomerRecord>(
      this.#db,
      `select c.key, c.name,
         (select count(*)::int from requesters r where r.customer = c.key) as requesters
       from customers c order by lower(c.name)`,
    );
  }

  /** The key of the customer whose key or name this is, or null. */
  async keyOf(keyOrName: string): Promise<string | null> {
    const found = await rowOf<{ key: string }>(
      this.#db,
      `select key from customers c where key = :said or ${lookIn('c')} = :look
       order by key = :said desc, name = :said desc, look limit 1`,
      { said: keyOrName.trim(), look: lookOf(keyOrName) },
    );
    return found?.key ?? null;
  }

  /** What the customer is called whose key this is, or null. */
  nameOf(key: string): Promise<string | null> {
    return nameIn(this.#db, key);
  }

  /** Makes a customer and gives back its key. */
  async create(by: Doer, name: string): Promise<string> {
    return this.#writer.change(by, async ({ tx, audit }) => {
      await requireFreeName(tx, 'customers', name, null);
      const key = await addCustomer(tx, name);
      await tellOfRequesters(tx);
      await audit({ kind: 'customer', key }, { created: { name } });
      return key;
    });
  }

  async rename(by: Doer, key: string, name: string): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      const before = await existingName(tx, key);
      if (before === name) return;
      await requireFreeName(tx, 'customers', name, key);
      await rowsOf(tx, 'update customers set name = :name, look = :look where key = :key', {
        ...{ key, name, look: lookOf(name) },
      });
      await tellOfRequesters(tx);
      await audit({ kind: 'customer', key }, { changed: { name: [before, name] } });
    });
  }

  /** Deletes a customer whom no requester belongs to. */
  async delete(by: Doer, key: string): Promise<void> {
    await this.#writer.change(by, async ({ tx, audit }) => {
      const name = await existingName(tx, key);
      const used = await rowOf(tx, 'select from requesters where customer = :key limit 1', { key });
      if (used) throw new DirectoryRefusedError('customer-in-use');
      await rowsOf(tx, 'delete from customers where key = :key', { key });
      await tellOfRequesters(tx);
      await audit({ kind: 'customer', key }, { deleted: { name } });
    });
  }
}

/** Makes a customer whose name is free, and gives back its key. */
export async function addCustomer(tx: Database, name: string): Promise<string> {
  const key = await freeKey(tx, 'customers', name);
  await rowsOf(tx, 'insert into customers (key, name, look) values (:key, :name, :look)', {
    ...{ key, name, look: lookOf(name) },
  });
  return key;
}

async function nameIn(db: Database, key: string): Promise<string | null> {
  const found = await rowOf<{ name: string }>(db, 'select name from customers where key = :key', {
    key,
  });
  return found?.name ?? null;
}

async function existingName(tx: Database, key: string): Promise<string> {
  const name = await nameIn(tx, key);
  if (name === null) throw new DirectoryRefusedError('customer-unknown');
  return name;
}
