import type { WorkflowClient } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Authorizer } from '../../policies/authorize.js';
import { gather } from '../audit/gather.js';
import { LogKeyLostError } from '../audit/log-key.js';
import { DueRuns } from '../audit/due-runs.js';
import { RunStore } from '../audit/run-store.js';
import { LogCutError, Sealer, type SealerFiles } from '../audit/sealer.js';
import type { SessionCommands } from '../commands/session-commands.js';
import type { SessionCare } from '../routing/session-care.js';
import type { MediaRelay } from '../media/media-relay.js';
import { DecisionStore } from '../policy/decision-store.js';
import { bindOpenSessions } from '../promises/bind-open-sessions.js';
import { DaysKept } from '../reports/days/keep-days.js';
import type { NoticeParts } from '../notices/compose-notices.js';
import { DeliveryLog } from '../notices/delivery-log.js';
import { type Database } from '../store/database.js';
import { DeviceStore } from '../store/device-store.js';
import { IdempotencyStore } from '../store/idempotency-store.js';
import { LiveBell } from '../store/feed/live-bell.js';
import { sweepFeed } from '../store/feed/live-feed.js';
import { MediaSessionStore } from '../store/media-session-store.js';
import type { SessionRecord } from '../record/session-record.js';
import { StaffSessionStore } from '../store/staff-session-store.js';
import { alone } from './alone.js';
import { sweepClocks } from './clock-sweep.js';
import { sweepOrphans } from './orphan-sweep.js';
import { sweepPresence } from './presence-sweep.js';
import { proveRows } from '../record/prove-rows.js';
import { reconcile } from './reconcile.js';
import { repeat, type Repeated } from '../repeat.js';
import { sweepRooms } from './room-sweep.js';
import { routingRound } from './routing-round.js';

/** What the upkeep works with. */
export interface UpkeepOptions {
  readonly db: Database;
  readonly record: SessionRecord;
  readonly client: WorkflowClient;
  readonly commands: SessionCommands;
  readonly relay: MediaRelay;
  /** Who decides now. */
  readonly policy: () => Promise<Authorizer>;
  /** What overdue steps are taken with, on connections of their own. */
  readonly overdue: { readonly db: Database; readonly care: Pick<SessionCare, 'takeDue'> };
  readonly notices: Pick<NoticeParts, 'round' | 'deskRound'>;
  /** Where the audit's key and checkpoints are; null where another worker seals. */
  readonly audit: SealerFiles | null;
  readonly log: Logger;
}

const seconds = 1_000;

/** Starts what keeps the desk in order, each piece in one process at a time however many there are. */
export function startUpkeep(options: UpkeepOptions): Repeated {
  const { db, overdue, relay, log } = options;
  const devices = new DeviceStore(db, new LiveBell(db));
  const runs = new DueRuns(options);
  const days = new DaysKept(db);
  const pieces = [
    piece('notices', 0.5 * seconds, () => options.notices.round()),
    piece('routing', 5 * seconds, () => routingRound(options)),
    piece('orphans', 10 * seconds, () => sweepOrphans(db, options.commands)),
    piece('presence', 2 * seconds, () => sweepPresence(devices, options.commands)),
    piece('reconcile', 30 * seconds, () => reconcileAndTell(options)),
    piece('promises', 60 * seconds, () => bindOpenSessions(db)),
    piece(
      'clocks',
      0.25 * seconds,
      () => sweepClocks({ ...overdue, client: options.client }),
      overdue.db,
    ),
    piece('rooms', 10 * seconds, () => sweepRooms(db, relay)),
    piece('proof', 20 * seconds, proving(options)),
    piece('gathering', 30 * seconds, () => gather(db)),
    piece('sealing', 10 * seconds, sealing(options)),
    piece('runs', 5 * seconds, () => runs.work()),
    piece('report days', 60 * seconds, () => days.round()),
    piece('desk notices', 5 * seconds, () => options.notices.deskRound()),
    piece('forgetting', 600 * seconds, () => forget(db)),
  ];
  return {
    async stop() {
      await Promise.all(pieces.map((one) => one.stop()));
    },
  };

  function piece(
    name: string,
    everyMs: number,
    work: () => Promise<unknown>,
    by: Database = db,
  ): Repeated {
    return repeat(
      everyMs,
      () => alone(by, `upkeep ${name}`, work),
      (error) => {
        // It is tried again by itself, so nobody has to act unless it goes on.
        log.warn({ err: error, upkeep: name }, 'A piece of upkeep did not work out.');
      },
    );
  }
}

async function reconcileAndTell(options: UpkeepOptions): Promise<void> {
  const { revived, ended } = await reconcile(options);
  if (revived + ended > 0) {
    options.log.warn({ revived, ended }, 'Sessions and workflows were brought together again.');
  }
}

/** Goes through all sessions, a stretch at a time, and begins anew at the end. */
function proving({ db, log }: UpkeepOptions): () => Promise<void> {
  let after: string | null = null;
  return async () => {
    const { damaged, next } = await proveRows(db, after, 200);
    after = next;
    for (const sessionId of damaged) {
      log.error({ sessionId }, 'The row of a session is not the fold of its events.');
    }
  };
}

/** Seals what was written; without a key another worker does, and that is said once. */
function sealing({ db, audit, log }: UpkeepOptions): () => Promise<void> {
  if (!audit) log.warn('This worker does not seal the audit: AUDIT_KEY is not set.');
  const sealer = audit && new Sealer(db, audit);
  return async () => {
    try {
      await sealer?.seal();
    } catch (error) {
      // Somebody must act: nothing of this mends itself.
      if (!(error instanceof LogKeyLostError || error instanceof LogCutError)) throw error;
      log.error({ err: error }, 'The audit is not sealed any more.');
    }
  };
}

async function forget(db: Database): Promise<void> {
  await sweepFeed(db);
  await new StaffSessionStore(db).sweep();
  await new IdempotencyStore(db).sweep();
  await new DeliveryLog(db).sweep();
  await new MediaSessionStore(db, new LiveBell(db)).sweep();
  await new DecisionStore(db).sweep();
  await new RunStore(db).sweep();
}
