import type { Operations } from '../../operation.js';
import { getRetention } from '../retention/get-retention.js';
import { putRetention } from '../retention/put-retention.js';
import { runRetention } from '../retention/run-retention.js';
import { tryRetention } from '../retention/try-retention.js';
import { exportAudit } from './export-audit.js';
import { getAuditState } from './get-audit-state.js';
import { getVerifier } from './get-verifier.js';
import { listVerifications } from './list-verifications.js';
import { proveEntry } from './prove-entry.js';
import { proveGrowth } from './prove-growth.js';
import { searchAudit } from './search-audit.js';
import { verifyAudit } from './verify-audit.js';

/** Every operation on the audit log, and on how long things are kept. */
export const auditOperations = {
  exportAudit,
  getAuditState,
  getRetention,
  getVerifier,
  listVerifications,
  proveEntry,
  proveGrowth,
  putRetention,
  runRetention,
  searchAudit,
  tryRetention,
  verifyAudit,
} as const satisfies Partial<Operations>;
