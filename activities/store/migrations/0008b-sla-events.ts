import type { Knex } from 'knex';

/** Steps and new targets among the events, and when a session was last told to look at its clocks. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table session_events drop constraint known_type;
    alter table session_events add constraint known_type check (type in (
      'requested', 'link-opened', 'device-joined', 'device-lost', 'device-returned', 'offered',
      'offer-declined', 'tier-drawn', 'claimed', 'answered', 'consent-asked', 'consent-granted',
      'consent-refused', 'consent-withdrawn', 'connected', 'disconnected', 'driver-changed', 'held',
      'resumed', 'user-wrote', 'technician-wrote', 'transfer-offered', 'transfer-declined',
      'transferred', 'collaborator-invited', 'collaborator-joined', 'collaborator-left',
      'taken-over', 'escalated', 'priority-changed', 'sla-step', 'retargeted', 'closed',
      'abandoned', 'reopened', 'expired'
    ));
    alter table session_clocks add column told_at timestamptz;
  `);
}
