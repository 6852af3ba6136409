import type { Happening } from '../../activities/audit/gathered-store.js';
import type { ReportRequest } from '../../activities/reports/report-request.js';
import type { StaffCaller } from '../callers.js';
import type { Permit } from '../policy/permit.js';

/** Somebody read in the audit, with what it says of people. */
export function auditLook({ caller, grant }: Permit, what: 'search' | 'proof'): Happening {
  return {
    kind: 'look',
    actor: actorOf(caller),
    subject: { kind: 'audit', key: 'log' },
    what: { action: grant.action, look: what },
    revision: grant.revision,
    address: caller.address,
  };
}

/** Somebody took a report away: which, over what and when. */
export function reportExport(
  caller: StaffCaller,
  revision: string,
  format: 'csv' | 'xlsx',
  { from, to, channels, by }: ReportRequest,
): Happening {
  return {
    kind: 'export',
    actor: actorOf(caller),
    subject: { kind: 'report', key: 'sla' },
    what: {
      action: 'report.read',
      format,
      from: from.toISOString(),
      to: to.toISOString(),
      channels: channels.join(' ').slice(0, 1_000),
      by,
    },
    revision,
    address: caller.address,
  };
}

function actorOf({ technician }: StaffCaller): Happening['actor'] {
  return { kind: 'technician', key: technician };
}
