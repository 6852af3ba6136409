import type { Knex } from 'knex';

/** The policies that were in force, what is proposed, and the decisions that were taken. */
export async function up(db: Knex): Promise<void> {
  await db.raw(sets);
  await db.raw(decisions);
}

// Whole sets by the hash of their files, and the times at which they came into force: never rewritten.
const sets = `
  create table policy_sets (
    digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
    revision text not null,
    files jsonb not null,
    stored_at timestamptz not null default clock_timestamp()
  );
  create table policy_proposals (
    id uuid primary key,
    at timestamptz not null default clock_timestamp(),
    digest text not null references policy_sets,
    base text not null references policy_sets,
    source text not null check (source in ('files', 'console')),
    title text not null check (length(title) between 1 and 200),
    proposed_by text,
    findings jsonb not null,
    state text not null default 'open'
      check (state in ('open', 'approved', 'rejected', 'withdrawn')),
    decided_by text,
    decided_at timestamptz,
    reason text check (length(reason) between 1 and 2000),
    check ((state = 'open') = (decided_at is null)),
    check (state <> 'approved' or (proposed_by is not null and decided_by <> proposed_by))
  );
  create unique index policy_proposals_open on policy_proposals (digest) where state = 'open';
  create index policy_proposals_by_age on policy_proposals (at desc);
  create table policy_history (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    digest text not null references policy_sets,
    source text not null check (source in ('files', 'proposal', 'rollback')),
    by jsonb not null,
    proposal uuid references policy_proposals,
    restores bigint references policy_history,
    check ((source = 'proposal') = (proposal is not null)),
    check ((source = 'rollback') = (restores is not null))
  );
  grant select, insert on policy_sets, policy_history to mayday_app;
  grant select, insert, update on policy_proposals to mayday_app;
`;

// Equal decisions of a day are one row, with all that they rested on beside the policy.
const decisions = `
  create table policy_decisions (
    day date not null,
    technician text not null,
    channel text not null,
    action text not null,
    relation text not null check (relation in ('own', 'unassigned', 'other')),
    assigning text not null,
    allowed boolean not null,
    revision text not null,
    standing jsonb not null,
    standing_hash text not null,
    times bigint not null check (times > 0),
    first_at timestamptz not null,
    last_at timestamptz not null,
    primary key
      (day, technician, channel, action, relation, assigning, allowed, revision, standing_hash)
  ) with (fillfactor = 80);
  create index policy_decisions_by_age on policy_decisions (last_at);
  grant select, insert, update, delete on policy_decisions to mayday_app;
`;
