import type { Knex } from 'knex';

/** How long what is personal is kept, and the indexes by which the audit and sessions are searched. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table retention (
      class text primary key check (class in ('session', 'chat', 'audit')),
      days integer check (days between 1 and 36500)
    );
    grant select, insert, update on retention to mayday_app;
    create extension if not exists pg_trgm;
    create index audit_by_time on audit_entries (at desc, id desc);
    create index audit_of_subject on audit_entries (subject_kind, subject_key, at desc, id desc);
    create index audit_of_technician on audit_entries ((actor ->> 'key'), at desc, id desc)
      where actor ->> 'kind' = 'technician';
    create index audit_by_kind on audit_entries (kind, at desc, id desc);
    create index texts_by_words on personal_texts using gin (text gin_trgm_ops);
    create index messages_by_words on messages using gin (text gin_trgm_ops);
  `);
}
