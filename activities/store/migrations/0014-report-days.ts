import type { Knex } from 'knex';

/** Answers that hold between two instants, what sessions of a day came to, and an index that stamps it. */
export async function up(db: Knex): Promise<void> {
  await db.raw(answers);
  await db.raw(days);
}

// `satisfaction` has the last answer of a session; a report of last month has the one that held then.
const answers = `
  create table session_answers (
    session_id uuid not null references sessions,
    at timestamptz not null,
    superseded_at timestamptz,
    requested_at timestamptz not null,
    score integer not null check (score between 1 and 5),
    primary key (session_id, at)
  );
  create index session_answers_by_request on session_answers (requested_at)
    include (score, superseded_at);
  insert into session_answers (session_id, at, requested_at, score)
    select s.id, a.at, s.requested_at, a.score
    from satisfaction a join sessions s on s.id = a.session_id;
  grant select, insert, update on session_answers to mayday_app;
`;

// A page is right as long as its stamp is that of its sources. It is compressed before it comes here.
const days = `
  create table report_days (
    day timestamptz primary key,
    stamp text not null,
    page bytea not null,
    made_at timestamptz not null default clock_timestamp()
  );
  alter table report_days alter column page set storage external;
  grant select, insert, update, delete on report_days to mayday_app;
  drop index session_facts_by_request;
  create index session_facts_by_request on session_facts (requested_at)
    include (session_id, settled_at, superseded_at, digest);
`;
