import type { Knex } from 'knex';

/** The audit speaks of every person and object, and keeps personal text where it can be erased. */
export async function up(db: Knex): Promise<void> {
  await db.raw(subjects);
  await db.raw(personalTexts);
}

const subjects = `
  alter table audit_entries
    add subject_kind text,
    add subject_key text,
    add texts jsonb not null default '{}',
    drop constraint audit_entries_kind_check;
  update audit_entries set subject_kind = 'session', subject_key = session_id::text;
  alter table audit_entries
    alter subject_kind set not null,
    alter subject_key set not null,
    add constraint known_kind check (kind in ('command', 'refusal', 'repair', 'message',
      'administration', 'look', 'export', 'sign-in', 'erasure')),
    add constraint subject_is_named check (
      subject_kind ~ '^[a-z][a-z-]{1,39}$' and length(subject_key) between 1 and 200),
    add constraint session_is_subject check (
      session_id is null or (subject_kind = 'session' and subject_key = session_id::text));
`;

// An entry holds only a salted digest of what a person said or is called; the text stands here.
const personalTexts = `
  create table personal_texts (
    subject_kind text not null,
    subject_key text not null,
    digest bytea not null check (length(digest) = 32),
    salt bytea not null check (length(salt) = 16),
    text text not null,
    written_at timestamptz not null default clock_timestamp(),
    primary key (subject_kind, subject_key, digest)
  );
  grant select, insert, delete on personal_texts to mayday_app;
`;
