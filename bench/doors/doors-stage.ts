import { openDatabase, type Database } from '../../activities/store/database.js';
import type { House } from '../../deploy/supervisor/house.js';
import { ownerUrlOf } from '../../deploy/supervisor/owner-url-of.js';
import { startHouse } from '../../deploy/supervisor/start-house.js';
import type { Closing } from '../closing.js';
import { askForCode } from './code-holder.js';

/** A desk behind a proxy that tells it where everybody is, and its books. */
export interface DoorsStage {
  readonly house: House;
  readonly db: Database;
}

/** Starts it; its codes live as long as they may. */
export async function setDoorsStage(closing: Closing): Promise<DoorsStage> {
  const house = await startHouse({ environment: { TRUSTED_PROXIES: '1' } });
  closing.add(() => house.stop());
  const db = openDatabase(ownerUrlOf(house), 2);
  closing.add(() => db.destroy());
  await db.raw('update channel_terms set code_lifetime_ms = 3600000');
  return { house, db };
}

/** Lets so many helpers ask for codes, each at an address of its own, and leaves the codes alone. */
export async function fillWithCodes({ house }: DoorsStage, count: number): Promise<void> {
  const lanes = 8;
  const lane = async () => {
    for (let asked = 0; asked < count / lanes; asked += 1) await askForCode(house);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
