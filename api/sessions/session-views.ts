import type { SessionRow } from '../../activities/store/session-row.js';
import { hasEnded, type Session } from '../../workflows/domain/session/session.js';
import type { Instant } from '../../workflows/domain/session/vocabulary.js';
import type { DeskStores } from '../desk-stores.js';
import type { components } from '../generated/openapi.js';
import { driverKeyOf } from '../media/driver-key.js';
import { mayDrive } from '../media/may-drive.js';
import type { PolicyDesk } from '../policy/policy-desk.js';
import { ProblemError } from '../problems/problem-error.js';
import { abilitiesOf, type Onlooker } from './abilities.js';
import type { ConsentRules } from './consent-rules.js';
import { deviceSession } from './device-session.js';
import { queueRowOf } from './queue-row.js';
import { sessionDetail } from './session-detail.js';

type Schemas = components['schemas'];

/** What the views are made with. */
export interface SessionViewsOptions {
  readonly stores: Pick<
    DeskStores,
    'queue' | 'record' | 'mediaSessions' | 'satisfaction' | 'waiting' | 'customers'
  >;
  readonly policy: PolicyDesk;
  readonly consent: Pick<ConsentRules, 'of'>;
  readonly organisation: string;
  readonly driverKey: Buffer;
  readonly now: () => Instant;
}

/** Sessions as technicians and users are shown them. */
export class SessionViews {
  readonly #options: SessionViewsOptions;

  constructor(options: SessionViewsOptions) {
    this.#options = options;
  }

  /** A line of the queue for one technician. */
  row(row: SessionRow, technician: string): Schemas['QueueRow'] {
    const { policy, now } = this.#options;
    const onlooker = this.#onlooker(row.session, technician);
    return queueRowOf(row, policy.authorizer, abilitiesOf(row.session, onlooker, now()));
  }

  /** All about one session; rejects with `not-found` where it is not there. */
  async detail(sessionId: string, technician: string): Promise<Schemas['SessionDetail']> {
    const { stores, policy, now } = this.#options;
    const row = await stores.queue.find(sessionId);
    if (!row) throw new ProblemError('not-found');
    const { session } = row;
    const { customer } = session.requester;
    const [earlier, watching, asked, satisfaction, customerName] = await Promise.all([
      stores.queue.earlier(policy.viewer(technician), session),
      stores.mediaSessions.watching(sessionId),
      session.origin === 'sos-call' ? stores.waiting.requestOf(sessionId) : null,
      hasEnded(session) ? stores.satisfaction.of(sessionId) : null,
      customer === null ? null : stores.customers.nameOf(customer),
    ]);
    const onlooker = this.#onlooker(session, technician);
    return sessionDetail({
      row,
      asked,
      satisfaction,
      customerName,
      earlier,
      watching,
      onlooker,
      authorizer: policy.authorizer,
      now: now(),
    });
  }

  /** The session as its user sees it; rejects with `not-found` where it is not there. */
  async device(sessionId: string): Promise<Schemas['DeviceSession']> {
    const session = await this.#options.stores.record.find(sessionId);
    if (!session) throw new ProblemError('not-found');
    return this.deviceOf(session);
  }

  /** The session as its user sees it, from what was just read. */
  async deviceOf(session: Session): Promise<Schemas['DeviceSession']> {
    const { stores, policy, organisation, driverKey, now } = this.#options;
    const ended = hasEnded(session);
    const [watching, events, satisfaction] = await Promise.all([
      stores.mediaSessions.watching(session.id),
      ended ? stores.record.events(session.id) : null,
      ended ? stores.satisfaction.of(session.id) : null,
    ]);
    return deviceSession({
      session,
      organisation,
      authorizer: policy.authorizer,
      watching,
      driverKey: driverKeyOf(driverKey, session.id, session.driver.epoch),
      mayDrive: mayDrive(session, policy),
      events,
      satisfaction,
      now: now(),
    });
  }

  #onlooker(session: Session, technician: string): Onlooker {
    const { policy, consent } = this.#options;
    const mayBeAsked = consent.of(session.channel);
    return { technician, actions: policy.actionsOn(session, technician), mayBeAsked };
  }
}
