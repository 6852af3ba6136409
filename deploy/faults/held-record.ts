import { Client } from 'pg';

/** Keeps the record from taking anything: an append waits to write until it is let go. */
export class HeldRecord {
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  /** Takes hold as the owner of the desk's database. */
  static async hold(ownerUrl: string): Promise<HeldRecord> {
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query('begin');
    // Reading goes on.
    await client.query('lock table sessions in exclusive mode');
    return new HeldRecord(client);
  }

  /** Whether somebody waits to append. */
  async isWaitedFor(): Promise<boolean> {
    const waiting = await this.#client.query(
      "select from pg_locks where relation = 'sessions'::regclass and not granted",
    );
    return (waiting.rowCount ?? 0) > 0;
  }

  /** Lets the waiting appends go on. */
  async letGo(): Promise<void> {
    await this.#client.query('rollback');
    await this.#client.end();
  }
}
