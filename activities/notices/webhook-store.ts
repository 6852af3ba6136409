import type { WebhookType } from '../../workflows/domain/notices/webhook-types.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { writeAudit } from '../store/log/audit-entry.js';
import type { Administration } from './administration.js';

/** What a webhook is told, and where. */
export interface WebhookSettings {
  readonly url: string;
  readonly description: string;
  readonly types: readonly WebhookType[];
  /** Only sessions of this channel, or of every one. */
  readonly channel: string | null;
  readonly enabled: boolean;
}

/** A webhook with the number that its secret follows from. */
export interface StoredWebhook extends WebhookSettings {
  readonly id: string;
  readonly secretNumber: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** How its latest delivery stands, or null before the first; one that has failed so far waits for its next try. */
  readonly latest: 'pending' | 'waiting' | 'delivered' | 'given-up' | null;
  /** When that one is tried next; null where nobody waits for that. */
  readonly nextTryAt: Date | null;
}

/** The other systems that are told of sessions. */
export class WebhookStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** All that are not deleted, oldest first. */
  async list(): Promise<readonly StoredWebhook[]> {
    return rowsOf<StoredWebhook>(
      this.#db,
      `${selecting} where w.deleted_at is null order by w.created_at, w.id`,
    );
  }

  async find(id: string): Promise<StoredWebhook | null> {
    return rowOf<StoredWebhook>(
      this.#db,
      `${selecting} where w.id = :id and w.deleted_at is null`,
      { id },
    );
  }

  /** Adds one; the same id again changes nothing. */
  async add(id: string, settings: WebhookSettings, by: Administration): Promise<void> {
    await this.#db.transaction(async (tx) => {
      const written = await rowOf(
        tx,
        `insert into webhooks (id, url, description, types, channel, enabled, created_by)
         values (:id, :url, :description, :types, :channel, :enabled, :technician)
         on conflict (id) do nothing returning id`,
        { id, ...settings, technician: by.technician },
      );
      if (written) await audit(tx, id, by, { change: 'created', ...shown(settings) });
    });
  }

  /** Changes one; tells whether it was there. */
  change(id: string, settings: WebhookSettings, by: Administration): Promise<boolean> {
    return this.#change(id, by, { change: 'changed', ...shown(settings) }, (tx) =>
      rowOf(
        tx,
        `update webhooks set url = :url, description = :description, types = :types,
           channel = :channel, enabled = :enabled
         where id = :id and deleted_at is null returning id`,
        { id, ...settings },
      ),
    );
  }

  /** Gives it another secret; the one before is void at once. */
  renewSecret(id: string, by: Administration): Promise<boolean> {
    return this.#change(id, by, { change: 'secret renewed' }, (tx) =>
      rowOf(
        tx,
        `update webhooks set secret_number = secret_number + 1
         where id = :id and deleted_at is null returning id`,
        { id },
      ),
    );
  }

  /** Deletes it; its log stays as long as any. */
  remove(id: string, by: Administration): Promise<boolean> {
    return this.#change(id, by, { change: 'deleted' }, (tx) =>
      rowOf(
        tx,
        `update webhooks set deleted_at = clock_timestamp()
         where id = :id and deleted_at is null returning id`,
        { id },
      ),
    );
  }

  /** Switches off one whose other side says that it is gone for good. */
  async close(id: string): Promise<void> {
    await this.#db.transaction(async (tx) => {
      const closed = await rowOf(
        tx,
        'update webhooks set enabled = false where id = :id and enabled returning id',
        { id },
      );
      if (!closed) return;
      await writeAudit(tx, {
        kind: 'repair',
        actor: { kind: 'desk', rule: 'webhook-gone' },
        action: null,
        revision: null,
        subject: { kind: 'webhook', key: id },
        data: { change: 'switched off' },
      });
    });
  }

  #change(
    id: string,
    by: Administration,
    data: Readonly<Record<string, unknown>>,
    write: (tx: Database) => Promise<object | null>,
  ): Promise<boolean> {
    return this.#db.transaction(async (tx) => {
      const written = await write(tx);
      if (written) await audit(tx, id, by, data);
      return written !== null;
    });
  }
}

/** What of the settings goes into the audit: the host tells where, paths often carry tokens. */
function shown({ url, types, channel, enabled }: WebhookSettings) {
  return { host: new URL(url).host, types, channel, enabled };
}

function audit(
  tx: Database,
  id: string,
  { technician, grant }: Administration,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  return writeAudit(tx, {
    actor: { kind: 'technician', key: technician },
    ...grant,
    subject: { kind: 'webhook', key: id },
    data,
  });
}

const selecting = `
  select w.id, w.url, w.description, w.types, w.channel, w.enabled,
    w.secret_number as "secretNumber", w.created_by as "createdBy", w.created_at as "createdAt",
    case when d.next_try_at is null then d.state else 'waiting' end as latest,
    d.next_try_at as "nextTryAt"
  from webhooks w left join lateral (
    select state, next_try_at from deliveries where webhook_id = w.id
    order by position desc limit 1
  ) d on true`;
