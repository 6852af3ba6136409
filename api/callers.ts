import type { Session } from '../workflows/domain/session/session.js';

/** A technician known by the cookie of their sign-in. */
export interface StaffCaller {
  readonly kind: 'staff';
  readonly technician: string;
  readonly csrfToken: string;
  /** The hash under which the sign-in is stored; never the cookie's value. */
  readonly signInHash: string;
  /** The address that the request came from. */
  readonly address: string;
}

/** A user's device known by its bearer token, which counts for one session only. */
export interface DeviceCaller {
  readonly kind: 'device';
  readonly deviceId: string;
  /** The address that the request came from. */
  readonly address: string;
  /** The session as it stood when the request came. */
  readonly session: Session;
}
