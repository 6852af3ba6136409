import { writeAudit } from '../store/audit-entry.js';
import { type Database, rowsOf } from '../store/database.js';

interface RefusedRow {
  readonly technician: string;
  readonly minute: Date;
  readonly refusals: readonly { readonly revision: string }[];
  readonly addresses: readonly string[];
}

/** Writes what the policy refused each person in each minute that is over into the audit; gives how many. */
export function gatherRefusals(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await rowsOf<RefusedRow>(tx, gathering);
    for (const { technician, minute, refusals, addresses } of rows) {
      await writeAudit(tx, {
        kind: 'refusal',
        actor: { kind: 'technician', key: technician },
        action: null,
        revision: refusals.at(-1)?.revision ?? null,
        subject: { kind: 'technician', key: technician },
        data: { minute: minute.toISOString(), refusals },
        ...(addresses.length > 0 ? { from: addresses.join(' ') } : {}),
      });
    }
    return rows.length;
  });
}

const gathering = `
  with gone as (
    delete from refusals where minute < date_trunc('minute', clock_timestamp())
    returning technician, minute, action, channel, revision, times, addresses
  )
  select technician, minute,
    jsonb_agg(jsonb_build_object('action', action, 'channel', channel, 'revision', revision,
      'times', times) order by action, channel, revision) as refusals,
    array(select distinct address from gone other, unnest(other.addresses) as address
      where other.technician = gone.technician and other.minute = gone.minute
      order by address) as addresses
  from gone group by technician, minute order by technician, minute
`;
