import type { Knex } from 'knex';
import { up as directory } from './0001-directory.js';
import { up as record } from './0002-record.js';
import { up as door } from './0003-door.js';
import { up as desk } from './0004-desk.js';
import { up as turns } from './0004b-turns.js';
import { up as beside } from './0004c-beside.js';
import { up as fullDirectory } from './0005-directory.js';
import { up as policy } from './0006-policy.js';
import { up as doors } from './0007-doors.js';
import { up as pause } from './0007b-pause.js';
import { up as sla } from './0008-sla.js';
import { up as slaEvents } from './0008b-sla-events.js';
import { up as audit } from './0009-audit.js';
import { up as auditChain } from './0009b-audit-chain.js';
import { up as retention } from './0009c-retention-and-search.js';
import { up as notices } from './0010-notices.js';
import { up as queueIndexes } from './0011-spine.js';
import { up as invitedIndex } from './0011b-invited.js';
import { up as gathering } from './0013-audit.js';
import { up as sameDevice } from './0012-same-device.js';
import { up as runs } from './0013b-runs.js';
import { up as recordingClass } from './0014-recording-class.js';
import { up as reportDays } from './0014-report-days.js';
import { up as deskNotices } from './0014b-desk-notices.js';
import { up as stepsTaken } from './0014b-steps-taken.js';
import { up as nextTry } from './0015-next-try.js';
import { up as tries } from './0016-tries.js';
import { up as looks } from './0017-looks.js';
import { up as names } from './0018-names.js';
import { up as unanswered } from './0019-unanswered.js';

/** A frozen step of the database's shape: once merged, it is never edited; a change is a new step. */
export interface Step {
  readonly name: string;
  readonly up: (db: Knex) => Promise<void>;
}

/** Every step in order. */
export const steps: readonly Step[] = [
  { name: '0001-directory', up: directory },
  { name: '0002-record', up: record },
  { name: '0003-door', up: door },
  { name: '0004-desk', up: desk },
  { name: '0004b-turns', up: turns },
  { name: '0004c-beside', up: beside },
  { name: '0005-directory', up: fullDirectory },
  { name: '0006-policy', up: policy },
  { name: '0007-doors', up: doors },
  { name: '0007b-pause', up: pause },
  { name: '0008-sla', up: sla },
  { name: '0008b-sla-events', up: slaEvents },
  { name: '0009-audit', up: audit },
  { name: '0009b-audit-chain', up: auditChain },
  { name: '0009c-retention-and-search', up: retention },
  { name: '0010-notices', up: notices },
  { name: '0011-spine', up: queueIndexes },
  { name: '0011b-invited', up: invitedIndex },
  { name: '0013-audit', up: gathering },
  { name: '0012-same-device', up: sameDevice },
  { name: '0013b-runs', up: runs },
  { name: '0014-recording-class', up: recordingClass },
  { name: '0014-report-days', up: reportDays },
  { name: '0014b-desk-notices', up: deskNotices },
  { name: '0014b-steps-taken', up: stepsTaken },
  { name: '0015-next-try', up: nextTry },
  { name: '0016-tries', up: tries },
  { name: '0017-looks', up: looks },
  { name: '0018-names', up: names },
  { name: '0019-unanswered', up: unanswered },
];
