import { windowName } from '../../workflows/domain/picture/room-names.js';
import type { Session } from '../../workflows/domain/session/session.js';
import { isSigned, sign } from '../secrets.js';

/** Whose end of the picture a ticket opens. */
export type TicketHolder =
  | { readonly kind: 'device'; readonly deviceId: string }
  | {
      readonly kind: 'technician';
      readonly technician: string;
      readonly signInHash: string;
      /** One of the technician's windows: the room knows each by a name of its own. */
      readonly window: string;
    };

/** Who has the picture, by whichever sign-in and in whichever window. */
export type PictureHolder =
  | Extract<TicketHolder, { kind: 'device' }>
  | Pick<Extract<TicketHolder, { kind: 'technician' }>, 'kind' | 'technician'>;

/** What a ticket says; whoever holds it may connect once or more until it expires. */
export interface TicketClaims {
  readonly sessionId: string;
  readonly holder: TicketHolder;
  /** The epoch of the driver at issue, for the log. */
  readonly epoch: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How long a ticket can be used to connect; the connection outlives it. */
export const ticketLifetimeMs = 60_000;

/** A ticket: claims and signature, both base64url, with characters that a subprotocol may have. */
export function sealTicket(key: Buffer, claims: TicketClaims): string {
  const text = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${text}.${sign(key, text)}`;
}

/** The claims of a ticket that we signed and that has not expired, or null. */
export function openTicket(key: Buffer, ticket: string, now: number): TicketClaims | null {
  const [text, signature, ...more] = ticket.split('.');
  if (text === undefined || signature === undefined || more.length > 0) return null;
  if (!isSigned(key, text, signature)) return null;
  // Whatever bears our signature has the shape that we gave it.
  const claims = JSON.parse(Buffer.from(text, 'base64url').toString()) as TicketClaims;
  return claims.expiresAt > now ? claims : null;
}

/** Whom a participant id stands for, where a sign-in does not matter. */
export function holderOf(participant: string, { device }: Pick<Session, 'device'>): PictureHolder {
  if (participant === 'device') return { kind: 'device', deviceId: device?.id ?? '' };
  return { kind: 'technician', technician: participant.slice('tech-'.length) };
}

/** The name in the relay's room. */
export function roomNameOf(holder: TicketHolder): string {
  return holder.kind === 'device' ? 'device' : windowName(holder.technician, holder.window);
}

/** Whom relay sessions belong to, in whichever window they were begun. */
export function participantOf(holder: PictureHolder): string {
  return holder.kind === 'device' ? 'device' : `tech-${holder.technician}`;
}
