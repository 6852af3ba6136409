import type { SessionRow } from '../../activities/store/sessions/session-row.js';
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
import { type DetailSources, sessionDetail } from './session-detail.js';

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

const nobody: ReadonlySet<string> = new Set();

/** What is shown with a session and does not stand in its row. */
type Around = Omit<DetailSources, 'row' | 'onlooker' | 'authorizer' | 'now'>;

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
    const row = await this.#row(sessionId);
    return this.#shown(row, await this.#around(row.session, technician), technician);
  }

  /** All about a session that is known already: what stands around it is read together with its row. */
  async detailOf(session: Session, technician: string): Promise<Schemas['SessionDetail']> {
    const [row, around] = await Promise.all([
      this.#row(session.id),
      this.#around(session, technician),
    ]);
    return this.#shown(row, around, technician);
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
      session.device ? stores.mediaSessions.watching(session.id) : nobody,
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

  async #row(sessionId: string): Promise<SessionRow> {
    const row = await this.#options.stores.queue.find(sessionId);
    if (!row) throw new ProblemError('not-found');
    return row;
  }

  async #around(session: Session, technician: string): Promise<Around> {
    const { stores, policy } = this.#options;
    const { customer } = session.requester;
    const [earlier, watching, asked, satisfaction, customerName] = await Promise.all([
      stores.queue.earlier(policy.viewer(technician), session),
      session.device ? stores.mediaSessions.watching(session.id) : nobody,
      session.origin === 'sos-call' ? stores.waiting.requestOf(session.id) : null,
      hasEnded(session) ? stores.satisfaction.of(session.id) : null,
      customer === null ? null : stores.customers.nameOf(customer),
    ]);
    return { earlier, watching, asked, satisfaction, customerName };
  }

  #shown(row: SessionRow, around: Around, technician: string): Schemas['SessionDetail'] {
    const { policy, now } = this.#options;
    const onlooker = this.#onlooker(row.session, technician);
    return sessionDetail({ row, ...around, onlooker, authorizer: policy.authorizer, now: now() });
  }

  #onlooker(session: Session, technician: string): Onlooker {
    const { policy, consent } = this.#options;
    const mayBeAsked = consent.of(session.channel);
    return { technician, actions: policy.actionsOn(session, technician), mayBeAsked };
  }
}
