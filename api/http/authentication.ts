import type { Request } from 'express';
import type { DeviceCaller, StaffCaller } from '../callers.js';
import type { Desk } from '../desk.js';
import { ProblemError } from '../problems/problem-error.js';
import { equalInConstantTime, hashOf } from '../secrets.js';
import { hasEnded, type Session } from '../../workflows/domain/session/session.js';
import { readCookies } from './cookies.js';

type Doors = Pick<Desk, 'settings' | 'stores' | 'policy' | 'presence' | 'now'>;

/** The technician behind the request's cookie; what changes something must come from our own page. */
export async function authenticateStaff(request: Request, desk: Doors): Promise<StaffCaller> {
  const { settings, stores, policy, presence } = desk;
  const cookie = readCookies(request.headers.cookie).get(settings.cookies.signIn);
  const found = cookie === undefined ? null : await stores.staffSessions.find(hashOf(cookie));
  if (!found) throw new ProblemError('not-signed-in');
  if (!policy.isEnabled(found.technician)) throw new ProblemError('technician-disabled');
  if (request.method !== 'GET') requireCsrfToken(request, found.csrfToken);
  presence.noteStaff(found.idHash);
  const { technician, csrfToken, idHash: signInHash } = found;
  return { kind: 'staff', technician, csrfToken, signInHash, address: request.ip ?? '' };
}

function requireCsrfToken(request: Request, csrfToken: string): void {
  if (!equalInConstantTime(request.get('x-csrf-token') ?? '', csrfToken)) {
    throw new ProblemError('csrf-token-wrong');
  }
}

/** The device behind the request's bearer token, as long as its session could still go on. */
export async function authenticateDevice(
  request: Pick<Request, 'headers' | 'ip'>,
  { stores, now }: Pick<Doors, 'stores' | 'now'>,
): Promise<DeviceCaller> {
  const token = bearerOf(request.headers.authorization);
  const known = token === null ? null : await stores.devices.byToken(hashOf(token));
  const session = known ? await stores.record.find(known.sessionId) : null;
  if (!known || !session || !isStillGood(session, known.deviceId, now())) {
    throw new ProblemError('device-token-unknown');
  }
  return { kind: 'device', deviceId: known.deviceId, session, address: request.ip ?? '' };
}

function isStillGood(session: Session, deviceId: string, now: number): boolean {
  if (session.device?.id !== deviceId) return false;
  return !hasEnded(session) || now <= session.stateSince + session.terms.reopenWindowMs;
}

function bearerOf(header: string | undefined): string | null {
  return /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(header ?? '')?.[1] ?? null;
}
