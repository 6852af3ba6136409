import type { SubjectKind } from '../../workflows/domain/audit/audit-kinds.js';
import { writeAudit } from '../store/log/audit-entry.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { eraseSession } from './erase-session.js';
import type { Doing } from './doing.js';
import type { Erased } from './erasure.js';
import { writeErasure } from './write-erasure.js';

/** What is kept for a time of its own: who a session was with and what about, its chat, its recording, and texts of the audit. */
export const retentionClasses = ['session', 'chat', 'recording', 'audit'] as const;
export type RetentionClass = (typeof retentionClasses)[number];

/** How long each class is kept, in days; null is for ever. */
export type Retention = Readonly<Record<RetentionClass, number | null>>;

/** What of each class went, or would go. */
export type LetGo = Readonly<Record<RetentionClass, Erased>>;

type Progress = (done: number, total: number) => Promise<void>;

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
    return {
      session: of('session'),
      chat: of('chat'),
      recording: of('recording'),
      audit: of('audit'),
    };
  }

  /** Sets how long each class is kept from now on, unless whoever is shown what was kept so far throws. */
  async set(
    retention: Retention,
    doing: Doing,
    consent: (before: Retention) => void = () => undefined,
  ): Promise<void> {
    await this.#db.transaction(async (tx) => {
      await rowsOf(tx, 'lock table retention in share row exclusive mode');
      const before = await new RetentionStore(tx).read();
      consent(before);
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

  /** What would go if things were kept so long; touches nothing. */
  async trial(retention: Retention): Promise<LetGo> {
    const count = async (name: Kept): Promise<Erased> => {
      const days = retention[name];
      if (days === null) return nothing;
      const given = name === 'chat' ? { days, whole: retention.session } : { days };
      return (await rowOf<Erased>(this.#db, counting[name], given)) ?? nothing;
    };
    return {
      session: await count('session'),
      chat: await count('chat'),
      recording: nothing,
      audit: await count('audit'),
    };
  }

  /** Lets go of what is older than its class is kept, session by session, so that it can stop anywhere. */
  async run(doing: Doing, progress: Progress = () => Promise.resolve()): Promise<LetGo> {
    const kept = await this.read();
    const erased: LetGo = {
      // Who a session was with takes its chat along, so there is less of that left.
      session: await this.#eraseSessions('session', kept.session, { doing, progress }),
      chat: await this.#eraseSessions('chat', kept.chat, { doing, progress }),
      recording: nothing,
      audit: { sessions: 0, texts: await this.#eraseAuditTexts(kept.audit, doing) },
    };
    await this.#tell(erased, doing);
    return erased;
  }

  async #eraseSessions(
    part: 'session' | 'chat',
    days: number | null,
    { doing, progress }: { readonly doing: Doing; readonly progress: Progress },
  ): Promise<Erased> {
    if (days === null) return nothing;
    const old = await rowsOf<{ id: string }>(this.#db, finding[part], { days });
    let texts = 0;
    for (const [index, { id }] of old.entries()) {
      texts += await this.#db.transaction((tx) => eraseSession(tx, id, part, doing));
      if (index % 100 === 99) await progress(index + 1, old.length);
    }
    return { sessions: old.length, texts };
  }

  async #tell(erased: LetGo, doing: Doing): Promise<void> {
    if (Object.values(erased).every(({ texts }) => texts === 0)) return;
    const subject = { kind: 'audit', key: 'retention' } as const;
    const data = { did: 'let-go', erased };
    await this.#db.transaction((tx) => writeAudit(tx, { ...doing, subject, data }));
  }

  async #eraseAuditTexts(days: number | null, doing: Doing): Promise<number> {
    if (days === null) return 0;
    return this.#db.transaction(async (tx) => {
      const gone = await rowsOf<{ kind: SubjectKind; key: string; digests: readonly string[] }>(
        tx,
        erasingAuditTexts,
        { days },
      );
      for (const { kind, key, digests } of gone) {
        const went = { part: 'audit', texts: digests.length, digests };
        await writeErasure(tx, { kind, key }, went, doing);
      }
      return gone.reduce((sum, { digests }) => sum + digests.length, 0);
    });
  }
}

/** The classes of which there is something: Mayday records no screens, so of recordings there is none to let go of. */
type Kept = Exclude<RetentionClass, 'recording'>;

const nothing: Erased = { sessions: 0, texts: 0 };

const setting = `
  insert into retention (class, days)
  select r.class, r.days from jsonb_to_recordset(:rows) as r (class text, days integer)
  on conflict (class) do update set days = excluded.days
`;

const isOld = `ended_at < clock_timestamp() - :days * interval '1 day'`;

const finding = {
  session: `
    select id from sessions s where ${isOld}
      and exists (select from personal_texts
        where subject_kind = 'session' and subject_key = s.id::text)
    order by id`,
  chat: `
    select id from sessions s where ${isOld}
      and exists (select from messages where session_id = s.id)
    order by id`,
};

const isOldAuditText = `subject_kind <> 'session'
  and written_at < clock_timestamp() - :days * interval '1 day'`;

const counting: Readonly<Record<Kept, string>> = {
  session: `
    select count(*) filter (where texts > 0)::float8 as sessions,
      coalesce(sum(texts + messages) filter (where texts > 0), 0)::float8 as texts
    from (
      select (select count(*) from personal_texts
          where subject_kind = 'session' and subject_key = s.id::text) as texts,
        (select count(*) from messages where session_id = s.id) as messages
      from sessions s where ${isOld}) as old`,
  chat: `
    select count(distinct s.id)::float8 as sessions, count(*)::float8 as texts
    from sessions s join messages m on m.session_id = s.id where ${isOld}
      and not coalesce(ended_at < clock_timestamp() - cast(:whole as integer) * interval '1 day'
        and exists (select from personal_texts
          where subject_kind = 'session' and subject_key = s.id::text), false)`,
  audit: `
    select 0::float8 as sessions, count(*)::float8 as texts from personal_texts
    where ${isOldAuditText}`,
};

const erasingAuditTexts = `
  with gone as (
    delete from personal_texts where ${isOldAuditText}
    returning subject_kind, subject_key, digest
  )
  select subject_kind as kind, subject_key as key, array_agg(encode(digest, 'hex')) as digests
  from gone group by subject_kind, subject_key order by subject_kind, subject_key
`;
