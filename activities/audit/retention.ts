import type { SubjectKind } from '../../workflows/domain/audit/audit-kinds.js';
import { writeAudit } from '../store/audit-entry.js';
import { type Database, rowsOf } from '../store/database.js';
import { eraseSession } from './erase-session.js';
import { type Doing, type Erased, keptOrTried } from './erasure.js';

/** What is kept for a time of its own: who a session was with and what about, its chat, and texts of the audit. */
export const retentionClasses = ['session', 'chat', 'audit'] as const;
export type RetentionClass = (typeof retentionClasses)[number];

/** How long each class is kept, in days; null is for ever. */
export type Retention = Readonly<Record<RetentionClass, number | null>>;

/** How long things are kept, and the work of letting go of what is older. */
export class RetentionStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async read(): Promise<Retention> {
    const rows = await rowsOf<{ class: RetentionClass; days: number | null }>(
      this.#db,
      'select class, days from retention',
    );
    const days = new Map(rows.map((row) => [row.class, row.days]));
    const of = (name: RetentionClass) => days.get(name) ?? null;
    return { session: of('session'), chat: of('chat'), audit: of('audit') };
  }

  /** Sets how long each class is kept from now on. */
  async set(retention: Retention, doing: Doing): Promise<void> {
    await this.#db.transaction(async (tx) => {
      const before = await new RetentionStore(tx).read();
      await rowsOf(tx, setting, {
        rows: JSON.stringify(
          retentionClasses.map((name) => ({ class: name, days: retention[name] })),
        ),
      });
      await writeAudit(tx, {
        ...doing,
        subject: { kind: 'audit', key: 'retention' },
        data: { before, after: retention },
      });
    });
  }

  /** Lets go of what is older than its class is kept; a dry run only says what would go. */
  async run(
    doing: Doing,
    { dryRun }: { dryRun: boolean },
  ): Promise<Record<RetentionClass, Erased>> {
    const kept = await this.read();
    const work = { doing, dryRun };
    const erased = {
      session: await this.#eraseSessions('session', kept.session, work),
      chat: await this.#eraseSessions('chat', kept.chat, work),
      audit: await this.#eraseAuditTexts(kept.audit, work),
    };
    if (!dryRun && Object.values(erased).some(({ texts }) => texts > 0)) {
      const subject = { kind: 'audit', key: 'retention' } as const;
      await this.#db.transaction((tx) =>
        writeAudit(tx, { kind: 'erasure', ...doing, subject, data: { part: 'run', erased } }),
      );
    }
    return erased;
  }

  async #eraseSessions(
    part: 'session' | 'chat',
    days: number | null,
    { doing, dryRun }: Work,
  ): Promise<Erased> {
    if (days === null) return nothing;
    const old = await rowsOf<{ id: string }>(this.#db, finding[part], { days });
    let texts = 0;
    for (const { id } of old) {
      texts += await keptOrTried(this.#db, dryRun, (tx) => eraseSession(tx, id, part, doing));
    }
    return { sessions: old.length, texts };
  }

  async #eraseAuditTexts(days: number | null, { doing, dryRun }: Work): Promise<Erased> {
    if (days === null) return nothing;
    const texts = await keptOrTried(this.#db, dryRun, async (tx) => {
      const gone = await rowsOf<{ kind: SubjectKind; key: string; texts: number }>(
        tx,
        erasingAuditTexts,
        { days },
      );
      for (const { kind, key, texts: erased } of gone) {
        const data = { part: 'audit', texts: erased };
        await writeAudit(tx, { kind: 'erasure', ...doing, subject: { kind, key }, data });
      }
      return gone.reduce((sum, one) => sum + one.texts, 0);
    });
    return { sessions: 0, texts };
  }
}

interface Work {
  readonly doing: Doing;
  readonly dryRun: boolean;
}

const nothing: Erased = { sessions: 0, texts: 0 };

const setting = `
  insert into retention (class, days)
  select r.class, r.days from jsonb_to_recordset(:rows) as r (class text, days integer)
  on conflict (class) do update set days = excluded.days
`;

const finding = {
  session: `
    select id from sessions s where ended_at < clock_timestamp() - :days * interval '1 day'
      and exists (select from personal_texts
        where subject_kind = 'session' and subject_key = s.id::text)
    order by id`,
  chat: `
    select id from sessions s where ended_at < clock_timestamp() - :days * interval '1 day'
      and exists (select from messages where session_id = s.id)
    order by id`,
};

const erasingAuditTexts = `
  with gone as (
    delete from personal_texts where subject_kind <> 'session'
      and written_at < clock_timestamp() - :days * interval '1 day'
    returning subject_kind, subject_key
  )
  select subject_kind as kind, subject_key as key, count(*)::integer as texts
  from gone group by subject_kind, subject_key order by subject_kind, subject_key
`;
