import { mailedByDefault, type NoticeKind } from '../../workflows/domain/notices/notice-kinds.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';

/** Which kinds of notices technicians also want by mail. */
export class NoticePreferences {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The kinds that a technician wants by mail. */
  async mailed(technician: string): Promise<readonly NoticeKind[]> {
    const found = await rowOf<{ mail: NoticeKind[] }>(
      this.#db,
      'select mail from notice_preferences where technician = :technician',
      { technician },
    );
    return found?.mail ?? mailedByDefault;
  }

  async choose(technician: string, mail: readonly NoticeKind[]): Promise<void> {
    await rowsOf(
      this.#db,
      `insert into notice_preferences (technician, mail) values (:technician, :mail)
       on conflict (technician) do update set mail = excluded.mail`,
      { technician, mail },
    );
  }
}
