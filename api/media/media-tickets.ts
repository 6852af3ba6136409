import type { MediaRelay } from '../../activities/media/media-relay.js';
import { randomBytes } from 'node:crypto';
import type { Session } from '../../workflows/domain/session/session.js';
import type { StaffCaller } from '../callers.js';
import type { components } from '../generated/openapi.js';
import type { PolicyDesk } from '../policy/policy-desk.js';
import { ProblemError } from '../problems/problem-error.js';
import { toInstant } from '../shown/instant.js';
import { driverKeyOf } from './driver-key.js';
import { roomNameOf, sealTicket, type TicketHolder, ticketLifetimeMs } from './media-ticket.js';
import { mayDrive } from './may-drive.js';
import { whyNoPicture } from './media-standing.js';
import { iceServersOf, type TurnConfig } from './turn.js';

type MediaTicket = components['schemas']['MediaTicket'];

/** The rooms at the relay. */
export type RelayRooms = Pick<MediaRelay, 'ensureRoom'>;

/** What tickets are made with. */
export interface MediaTicketsOptions {
  readonly ticketKey: Buffer;
  readonly driverKey: Buffer;
  readonly policy: PolicyDesk;
  readonly rooms: RelayRooms;
  /** Null where everybody reaches the relay directly. */
  readonly turn: TurnConfig | null;
  readonly now: () => number;
}

/** Enough that no two windows of one technician have the same name. */
const windowBytes = 6;
/** The path of the relay's socket. */
export const mediaPath = '/api/media';

/** Hands out tickets to the session's picture, for as long as the user allows it to be seen. */
export class MediaTickets {
  readonly #options: MediaTicketsOptions;

  constructor(options: MediaTicketsOptions) {
    this.#options = options;
  }

  /** A technician's ticket, with the driver's key when they drive. */
  forTechnician(session: Session, { technician, signInHash }: StaffCaller): Promise<MediaTicket> {
    const window = randomBytes(windowBytes).toString('hex');
    const holder: TicketHolder = { kind: 'technician', technician, signInHash, window };
    const { driver, consent } = session;
    const drives = driver.technician === technician && consent.granted.includes('control');
    return this.#ticket(session, holder, drives && mayDrive(session, this.#options.policy));
  }

  /** The device's ticket; it learns the driver's key too. */
  forDevice(session: Session, deviceId: string): Promise<MediaTicket> {
    const drives = session.consent.granted.includes('control');
    const withKey = drives && mayDrive(session, this.#options.policy);
    return this.#ticket(session, { kind: 'device', deviceId }, withKey);
  }

  async #ticket(session: Session, holder: TicketHolder, withKey: boolean): Promise<MediaTicket> {
    const { policy, rooms, ticketKey, turn, now } = this.#options;
    if (whyNoPicture(session, holder, policy)) throw new ProblemError('consent-missing');
    const { name: room } = await rooms.ensureRoom(session.id);
    const expiresAt = now() + ticketLifetimeMs;
    const { epoch } = session.driver;
    return {
      ticket: sealTicket(ticketKey, { sessionId: session.id, holder, epoch, expiresAt }),
      expiresAt: toInstant(expiresAt),
      socketPath: mediaPath,
      room,
      participant: roomNameOf(holder),
      deviceParticipant: 'device',
      iceServers: iceServersOf(turn, session.id, now()),
      driver: withKey ? this.#driverOf(session) : null,
    };
  }

  #driverOf({ id, driver }: Session): MediaTicket['driver'] {
    const { technician, epoch } = driver;
    if (technician === null) return null;
    return { technician, epoch, key: driverKeyOf(this.#options.driverKey, id, epoch) };
  }
}
