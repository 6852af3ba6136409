import { AuditLog } from '../../activities/audit/audit-log.js';
import { AuditSearch } from '../../activities/audit/audit-search.js';
import { RetentionStore } from '../../activities/audit/retention.js';
import { RunStore } from '../../activities/audit/run-store.js';
import { GatheredStore } from '../../activities/audit/gathered-store.js';
import { DecisionStore } from '../../activities/policy/decision-store.js';
import { PolicyStore } from '../../activities/policy/policy-store.js';
import { ProposalStore } from '../../activities/policy/proposal-store.js';
import { RoutingStore } from '../../activities/routing/routing-store.js';
import { DirectoryWriter } from '../../activities/directory/directory-writer.js';
import { SessionClockStore } from '../../activities/promises/session-clock-store.js';
import { ReportStore } from '../../activities/reports/report-store.js';
import { SlaConfiguration } from '../../activities/promises/sla-configuration.js';
import { CodeStore } from '../../activities/doors/code-store.js';
import { DoorBudgetStore } from '../../activities/doors/door-budget-store.js';
import { LiveDoors } from '../../activities/doors/live-doors.js';
import { SatisfactionStore } from '../../activities/doors/satisfaction-store.js';
import { SosCallStore } from '../../activities/doors/sos-call-store.js';
import { WaitingStore } from '../../activities/doors/waiting-store.js';
import { DeliveryLog } from '../../activities/notices/delivery-log.js';
import { NoticePreferences } from '../../activities/notices/notice-preferences.js';
import { NoticeStore } from '../../activities/notices/notice-store.js';
import { WebhookStore } from '../../activities/notices/webhook-store.js';
import { type Database, openDatabase } from '../../activities/store/database.js';
import type { DirectoryLimits } from '../../activities/directory/directory-limits.js';
import type { SignInMapping } from '../../activities/directory/sign-in-mapping.js';
import { openDirectoryStores } from '../../activities/directory/directory-stores.js';
import { DeviceStore } from '../../activities/store/device-store.js';
import { Directory } from '../../activities/directory/directory.js';
import { IdempotencyStore } from '../../activities/store/idempotency-store.js';
import { LinkStore } from '../../activities/store/link-store.js';
import { directoryBellChannel, LiveBell } from '../../activities/store/feed/live-bell.js';
import { LiveFeed } from '../../activities/store/feed/live-feed.js';
import { MediaSessionStore } from '../../activities/store/media-session-store.js';
import { MessageStore } from '../../activities/record/message-store.js';
import { SessionQueue } from '../../activities/store/lists/session-queue.js';
import { SessionSearch } from '../../activities/store/lists/session-search.js';
import { SessionRecord } from '../../activities/record/session-record.js';
import { StaffSessionStore } from '../../activities/store/staff-session-store.js';
import type { DeskStores } from '../desk-stores.js';

/** The database with all that is read from and written to it. */
export interface OpenStores {
  readonly db: Database;
  readonly stores: DeskStores;
  readonly policyStores: PolicyStores;
  readonly feed: LiveFeed;
}

/** Where the stores are, and what they keep to. */
export interface StoresOptions {
  readonly url: string;
  readonly limits: DirectoryLimits;
  /** What the identity provider's groups bring; nothing where it is left out. */
  readonly mapping?: SignInMapping;
  readonly onError: (error: unknown) => void;
  /** Opened on the URL where it is left out. */
  readonly db?: Database;
}

/** Where the policy is kept: what was in force, what is proposed, what was decided. */
export interface PolicyStores {
  readonly history: PolicyStore;
  readonly proposals: ProposalStore;
  readonly decisions: DecisionStore;
}

/** A notice usually comes at once; this is for when one is lost. */
const pollMs = 500;

/** Opens the stores on a database; the feed still has to be started. */
export function openStores({
  url,
  limits,
  mapping,
  onError,
  db = openDatabase(url),
}: StoresOptions): OpenStores {
  const bell = new LiveBell(db);
  const stores: DeskStores = {
    routing: new RoutingStore(db, new DirectoryWriter(db, bell)),
    queue: new SessionQueue(db),
    record: new SessionRecord(db, bell),
    messages: new MessageStore(db, bell),
    links: new LinkStore(db),
    codes: new CodeStore(db),
    sosCalls: new SosCallStore(db),
    waiting: new WaitingStore(db),
    satisfaction: new SatisfactionStore(db),
    doors: new LiveDoors(db),
    doorBudgets: new DoorBudgetStore(db),
    devices: new DeviceStore(db, bell),
    ...openDirectoryStores(db, limits, mapping),
    directory: new Directory(db),
    staffSessions: new StaffSessionStore(db),
    idempotency: new IdempotencyStore(db),
    mediaSessions: new MediaSessionStore(db, bell),
    notices: new NoticeStore(db),
    noticePreferences: new NoticePreferences(db),
    webhooks: new WebhookStore(db),
    deliveries: new DeliveryLog(db),
    auditSearch: new AuditSearch(db),
    auditLog: new AuditLog(db),
    gathered: new GatheredStore(db),
    retention: new RetentionStore(db),
    runs: new RunStore(db),
    sessionSearch: new SessionSearch(db),
    sla: new SlaConfiguration(db),
    clocks: new SessionClockStore(db),
    reports: new ReportStore(db),
  };
  // A policy and a directory that have changed mean the same to whoever hears of it: other rights.
  const policyBell = new LiveBell(db, directoryBellChannel);
  const policyStores: PolicyStores = {
    history: new PolicyStore(db, policyBell),
    proposals: new ProposalStore(db, policyBell),
    decisions: new DecisionStore(db),
  };
  const feed = new LiveFeed(db, { url, pollMs, onError });
  return { db, stores, policyStores, feed };
}
