import { type Database, rowOf, rowsOf } from '../store/database.js';
import { writeAudit } from '../store/log/audit-entry.js';
import type { Administration } from './administration.js';
import { type DeliveryFault, faultSentence } from './delivery-fault.js';

/** What goes to somebody's mailbox or to another system, and how far it has come. */
export interface Delivery {
  readonly id: string;
  readonly medium: 'mail' | 'webhook';
  readonly webhookId: string | null;
  /** The technician's key, or `requester` for the person whom a session is about. */
  readonly recipient: string | null;
  readonly type: string;
  readonly payload: unknown;
  readonly sessionId: string | null;
  readonly state: 'pending' | 'delivered' | 'given-up';
  readonly createdAt: Date;
  /** Null while it is tried, before its first try, and once it has come to its end; also where only its workflow knows. */
  readonly nextTryAt: Date | null;
  /** Whether it is being tried, or will be at once. */
  readonly underWay: boolean;
}

/** One try. */
export interface Attempt {
  readonly at: Date;
  /** The HTTP status, or null where there was no answer or it was a mail. */
  readonly status: number | null;
  /** What went wrong, in an English sentence; null when it arrived. */
  readonly problem: string | null;
  /** The same for people of every language; null also for a try of before the desk knew it so. */
  readonly fault: DeliveryFault | null;
  readonly tookMs: number;
}

/** A delivery with all its tries, in order. */
export interface LoggedDelivery extends Delivery {
  readonly attempts: readonly Attempt[];
}

/** A round of a delivery: each has a workflow of its own. */
export interface DeliveryRound {
  readonly id: string;
  readonly round: number;
}

/** The log of what goes outside. */
export class DeliveryLog {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async find(id: string): Promise<Delivery | null> {
    return rowOf<Delivery>(this.#db, `select ${columns} from deliveries d where d.id = :id`, {
      id,
    });
  }

  /** A page of a webhook's log, or of the mails' (null), latest first. */
  async page(webhookId: string | null, after: string | null, limit: number) {
    const rows = await rowsOf<RawDelivery & { readonly position: string }>(this.#db, pageQuery, {
      webhookId,
      after,
      most: limit + 1,
    });
    const deliveries = rows.slice(0, limit).map(loggedFrom);
    const next = rows.length > limit ? (rows[limit - 1]?.position ?? null) : null;
    return { deliveries, next };
  }

  /** Puts down a delivery that somebody asked for by hand; the same id again changes nothing. */
  async add(
    delivery: Omit<Delivery, 'state' | 'createdAt' | 'nextTryAt' | 'underWay'>,
  ): Promise<void> {
    await rowsOf(this.#db, adding, { ...delivery, payload: JSON.stringify(delivery.payload) });
  }

  /**
   * Begins another round of one that has come to its end, or has one that waits tried at once; false for
   * one that is being tried. Where only its workflow knows until when it waits, as before the log did, another
   * round begins in its place.
   */
  again(id: string, by: Administration): Promise<boolean> {
    return this.#db.transaction(async (tx) => {
      const anew = await rowOf<Addressee>(tx, beginningAnew, { id });
      if (anew) return audited(tx, id, by, { ...anew, change: 'delivered again' });
      const hurried = await rowOf<Addressee>(tx, hurrying, { id });
      const tried = hurried ?? (await rowOf<Addressee>(tx, overtaking, { id }));
      return tried !== null && audited(tx, id, by, { ...tried, change: 'tried at once' });
    });
  }

  /** What no workflow carries out yet, or is to be tried at once, in order. */
  unstarted(limit: number): Promise<readonly DeliveryRound[]> {
    return rowsOf<DeliveryRound>(
      this.#db,
      'select id, round from deliveries where not started order by position limit :limit',
      { limit },
    );
  }

  async markStarted({ id, round }: DeliveryRound): Promise<void> {
    await rowsOf(
      this.#db,
      'update deliveries set started = true where id = :id and round = :round',
      { id, round },
    );
  }

  /** Begins a try of a round; null where there is nothing to be tried in it any more. */
  beginTry(id: string, round: number): Promise<Delivery | null> {
    return rowOf<Delivery>(this.#db, beginning, { id, round });
  }

  /** Writes down a try and when the next comes, and that it arrived where nothing went wrong. */
  async note(
    { id, round }: DeliveryRound,
    { status, fault, tookMs }: Pick<Attempt, 'status' | 'fault' | 'tookMs'>,
    nextTryAt: Date | null,
  ): Promise<void> {
    const problem = fault && faultSentence(fault);
    const told = { status, problem, fault: fault && JSON.stringify(fault), tookMs };
    await rowsOf(this.#db, noting, { id, round, ...told, nextTryAt });
  }

  async giveUp({ id, round }: DeliveryRound): Promise<void> {
    await rowsOf(
      this.#db,
      `update deliveries set state = 'given-up', next_try_at = null
       where id = :id and round = :round and state = 'pending'`,
      { id, round },
    );
  }

  /** Forgets what came to its end a month ago. */
  async sweep(): Promise<void> {
    await rowsOf(
      this.#db,
      `delete from deliveries
       where state <> 'pending' and created_at < clock_timestamp() - interval '30 days'`,
    );
  }
}

type RawDelivery = Delivery & { readonly attempts: readonly (Attempt & { at: string })[] };

function loggedFrom({ attempts, ...delivery }: RawDelivery): LoggedDelivery {
  return {
    ...delivery,
    attempts: attempts.map((attempt) => ({ ...attempt, at: new Date(attempt.at) })),
  };
}

const columns = `d.id, d.medium, d.webhook_id as "webhookId", d.recipient, d.type, d.payload,
  d.session_id as "sessionId", d.state, d.created_at as "createdAt",
  d.next_try_at as "nextTryAt", d.state = 'pending'
    and (not d.started or coalesce(d.trying_until > clock_timestamp(), false)) as "underWay"`;

const pageQuery = `
  select ${columns}, d.position::text as position, (
    select coalesce(jsonb_agg(jsonb_build_object('at', a.at, 'status', a.status,
      'problem', a.problem, 'fault', a.fault, 'tookMs', a.took_ms) order by a.number), '[]')
    from delivery_attempts a where a.delivery_id = d.id
  ) as attempts
  from deliveries d
  where d.medium = case when cast(:webhookId as uuid) is null then 'mail' else 'webhook' end
    and d.webhook_id is not distinct from cast(:webhookId as uuid)
    and d.position < coalesce(cast(:after as bigint), 9223372036854775807)
  order by d.position desc limit :most
`;

interface Addressee {
  readonly webhookId: string | null;
}

async function audited(
  tx: Database,
  id: string,
  { technician, grant }: Administration,
  { webhookId, change }: Addressee & { readonly change: string },
): Promise<true> {
  await writeAudit(tx, {
    actor: { kind: 'technician', key: technician },
    ...grant,
    subject: webhookId === null ? { kind: 'notice', key: id } : { kind: 'webhook', key: webhookId },
    data: { change, delivery: id },
  });
  return true;
}

const beginningAnew = `
  update deliveries set state = 'pending', round = round + 1, started = false
  where id = :id and state <> 'pending' returning webhook_id as "webhookId"
`;

// Its workflow is there already; whoever starts workflows finds that and tells it.
const hurrying = `
  update deliveries set started = false, next_try_at = null
  where id = :id and state = 'pending' and next_try_at is not null
  returning webhook_id as "webhookId"
`;

// Its workflow waits without the log knowing, or is gone. What it does from now on counts for nothing, and
// while it is in the middle of a try nobody else makes one.
const overtaking = `
  update deliveries set round = round + 1, started = false
  where id = :id and state = 'pending' and started and next_try_at is null
    and coalesce(trying_until <= clock_timestamp(), true)
  returning webhook_id as "webhookId"
`;

// Longer than a try can take: one that was never written down ended with its worker.
const beginning = `
  update deliveries d set trying_until = clock_timestamp() + interval '1 minute', next_try_at = null
  where d.id = :id and d.round = :round and d.state = 'pending'
  returning ${columns}
`;

const adding = `
  insert into deliveries (id, medium, webhook_id, recipient, type, payload, session_id)
  values (:id, :medium, :webhookId, :recipient, :type, :payload, :sessionId)
  on conflict (id) do nothing
`;

const noting = `
  with tried as (
    insert into delivery_attempts (delivery_id, number, status, problem, fault, took_ms)
    select cast(:id as uuid), coalesce(max(number), 0) + 1, :status, :problem,
      cast(:fault as jsonb), :tookMs
    from delivery_attempts where delivery_id = :id
  )
  update deliveries set trying_until = null, next_try_at = :nextTryAt,
    state = case when cast(:problem as text) is null then 'delivered' else state end
  where id = :id and round = :round and state = 'pending'
`;
