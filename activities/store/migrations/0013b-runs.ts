import type { Knex } from 'knex';

/** Long pieces of work over the record, and which texts are addresses, so that a search can leave those out. */
export async function up(db: Knex): Promise<void> {
  await db.raw(runs);
  await db.raw(addresses);
}

const addresses = `
  alter table personal_texts add is_address boolean not null default false;
  update personal_texts t set is_address = true from audit_entries e
    where e.subject_kind = t.subject_kind and e.subject_key = t.subject_key
      and t.digest = decode(e.texts ->> 'from', 'hex');
`;

// Asked for in one process and done in another, with how far they are and what came of them.
const runs = `
  create table audit_runs (
      id uuid primary key,
      kind text not null check (kind in ('retention', 'verification')),
      asked_by jsonb not null,
      state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
      done bigint not null default 0,
      total bigint,
      result jsonb,
      asked_at timestamptz not null default clock_timestamp(),
      started_at timestamptz,
      ended_at timestamptz,
      check ((ended_at is not null) = (state in ('done', 'failed')))
    );
    create index audit_runs_latest on audit_runs (kind, asked_at desc);
    create index audit_runs_open on audit_runs (asked_at) where ended_at is null;
    grant select, insert, update, delete on audit_runs to mayday_app;
`;
