import { type Database, rowsOf } from '../store/database.js';

/**
 * Lets open screens know that requesters or customers have changed. Those made by the way do not
 * tell: every invitation would wait for the one before it.
 */
export async function tellOfRequesters(tx: Database): Promise<void> {
  await rowsOf(tx, 'update directory_versions set requesters = requesters + 1');
}
