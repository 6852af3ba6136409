import type { Logger } from 'pino';
import { leadingNowhere } from '../../activities/directory/leading-nowhere.js';
import { broughtBy, type SignInMapping } from '../../activities/directory/sign-in-mapping.js';
import type { Database } from '../../activities/store/database.js';

/** Says at start which groups and channels of the mapping are not here, for nobody is brought those. */
export async function warnOfMapping(
  db: Database,
  mapping: SignInMapping,
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  const everything = mapping.values.map(({ value }) => value);
  const nowhere = await leadingNowhere(db, broughtBy(mapping, everything));
  if (nowhere.length === 0) return;
  log.warn({ nowhere }, 'OIDC_MAPPING names groups or channels that are not here.');
}
