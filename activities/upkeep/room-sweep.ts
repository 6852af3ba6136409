import type { MediaRelay } from '../media/media-relay.js';
import { type Database, rowsOf } from '../store/database.js';

/** Ends rooms whose session is not active; gives how many. */
export async function sweepRooms(
  db: Database,
  relay: Pick<MediaRelay, 'rooms' | 'endAllBut'>,
): Promise<number> {
  // First the rooms, then the sessions: a room is made only for a session that is active already.
  const names = await relay.rooms();
  if (names.length === 0) return 0;
  const rows = await rowsOf<{ id: string }>(db, "select id from sessions where state = 'active'");
  return relay.endAllBut(
    names,
    rows.map(({ id }) => id),
  );
}
