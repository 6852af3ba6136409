import type { WorkflowClient } from '@temporalio/client';
import type { Authorizer } from '../../policies/authorize.js';
import type { DeliveryPorts } from '../../workflows/notice-delivery/contract.js';
import { type Database, rowOf } from '../store/database.js';
import { Directory } from '../directory/directory.js';
import { ProposalStore } from '../policy/proposal-store.js';
import { LiveBell } from '../store/feed/live-bell.js';
import type { SessionRecord } from '../record/session-record.js';
import { carryMail } from './carry-mail.js';
import { carryWebhook } from './carry-webhook.js';
import { makeDeliveryActivities } from './delivery-activities.js';
import { DeliveryLog } from './delivery-log.js';
import { deriveNotices } from './derive-notices.js';
import { MailSender, type MailSettings } from './mail-sender.js';
import { startDeliveries } from './start-deliveries.js';
import { tellOfAudit } from './tell-of-audit.js';
import { tellOfPolicy } from './tell-of-policy.js';
import { WebhookSecrets } from './webhook-secret.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhookStore } from './webhook-store.js';

/** What telling people and other systems is set up with. */
export interface NoticeSettings {
  /** Null where there is no mail server. */
  readonly mail: MailSettings | null;
  /** Whether webhooks may call addresses of private networks. */
  readonly privateWebhooks: boolean;
  readonly publicUrl: URL;
  readonly organisation: string;
  /** The installation's root key. */
  readonly secret: Buffer;
}

/** What of the worker notices need: where deliveries run, and who decides now. */
export interface NoticeSurroundings {
  readonly client: WorkflowClient;
  readonly taskQueue: string;
  readonly policy: () => Promise<Authorizer>;
}

/** The worker's part in telling: the activities that deliver, and the round that finds what there is to tell. */
export interface NoticeParts {
  readonly activities: DeliveryPorts;
  /** Tells of what happened since, and sees that every delivery is on its way. */
  round(): Promise<void>;
  /** Tells of the desk itself: what a verification of the audit log found, and which changes of the policy wait. */
  deskRound(): Promise<void>;
  close(): void;
}

/** Puts the worker's part in telling together. */
export function composeNotices(
  settings: NoticeSettings,
  db: Database,
  record: SessionRecord,
  { client, taskQueue, policy }: NoticeSurroundings,
): NoticeParts {
  const { mail, publicUrl, organisation, secret } = settings;
  const log = new DeliveryLog(db);
  const bell = new LiveBell(db);
  const mailSender = mail && new MailSender(mail);
  const webhookSender = new WebhookSender(settings.privateWebhooks);
  const activities = makeDeliveryActivities(log, {
    mail: carryMail({
      ...{ record, publicUrl, organisation, rootKey: secret },
      directory: new Directory(db),
      numberOf: (sessionId) => numberOf(db, sessionId),
      channelName: (key) => channelName(db, key),
      proposals: new ProposalStore(db, bell),
      sender: mailSender,
    }),
    webhook: carryWebhook({
      webhooks: new WebhookStore(db),
      secrets: new WebhookSecrets(secret),
      sender: webhookSender,
    }),
  });
  return {
    activities,
    async round() {
      await deriveNotices({ db, record, bell, policy, mails: mail !== null });
      await startDeliveries(log, client, taskQueue);
    },
    async deskRound() {
      const told = { db, policy, mails: mail !== null };
      await tellOfAudit(told);
      await tellOfPolicy(told);
    },
    close() {
      mailSender?.close();
      webhookSender.close();
    },
  };
}

async function numberOf(db: Database, sessionId: string): Promise<number> {
  const found = await rowOf<{ number: string }>(db, 'select number from sessions where id = :id', {
    id: sessionId,
  });
  return Number(found?.number);
}

async function channelName(db: Database, key: string): Promise<string> {
  const found = await rowOf<{ name: string }>(db, 'select name from channels where key = :key', {
    key,
  });
  return found?.name ?? key;
}
