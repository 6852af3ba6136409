import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import type { House } from '../../deploy/supervisor/house.js';
import { ownerUrlOf } from '../../deploy/supervisor/owner-url-of.js';
import { startHouse } from '../../deploy/supervisor/start-house.js';
import { Closing } from '../closing.js';

/** A throwaway desk with ways to look behind its counter. */
export interface BenchHouse {
  readonly house: House;
  readonly temporal: Client;
  readonly temporalAddress: string;
  /** As the owner of the desk's database, who may make tables of their own. */
  readonly database: pg.Pool;
  close(): Promise<void>;
}

/** Starts it; it is closed by whoever asked for it. */
export async function startBenchHouse(): Promise<BenchHouse> {
  const closing = new Closing();
  const house = await startHouse();
  closing.add(() => house.stop());
  const temporalAddress = house.environment['TEMPORAL_ADDRESS'] ?? '';
  const connection = await Connection.connect({ address: temporalAddress });
  closing.add(() => connection.close());
  const database = new pg.Pool({ connectionString: ownerUrlOf(house) });
  closing.add(() => database.end());
  const temporal = new Client({ connection });
  return { house, temporal, temporalAddress, database, close: () => closing.close() };
}
