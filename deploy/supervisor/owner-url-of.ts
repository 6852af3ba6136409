import type { House } from './house.js';
import { ownerUrl } from './parts/desk-database.js';

/** The URL by which the owner of a house's embedded database comes in, who may look at everything and lock it. */
export function ownerUrlOf({ environment, secrets }: House): string {
  return ownerUrl({
    superUrl: '',
    port: Number(new URL(environment['DATABASE_URL'] ?? '').port),
    ownerPassword: secrets.DATABASE_OWNER_PASSWORD,
    appPassword: secrets.DATABASE_APP_PASSWORD,
  });
}
