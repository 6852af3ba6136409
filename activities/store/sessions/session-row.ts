import { completed, type StoredSession } from '../../../workflows/domain/session/completed.js';
import type { Session } from '../../../workflows/domain/session/session.js';
import { rowPromise, type RowPromise, type StoredClocks } from './row-promise.js';
import type { DeviceKind } from '../../../workflows/domain/session/vocabulary.js';

/** What a device tells of itself, as it arrived through the API's validation. */
export type DeviceInfo = Readonly<Record<string, unknown>> & { readonly system: string };

/** The session's device as the technician's card shows it. */
export interface DeviceCard {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly info: DeviceInfo;
  readonly lastSeenAt: Date;
  /** Whether the user has paused what it shows. */
  readonly paused: boolean;
}

/** A session with the device bound to it: what a queue's row and a session's page are made of. */
export interface SessionRow {
  readonly session: Session;
  /** The number that people say to each other. */
  readonly number: number;
  readonly device: DeviceCard | null;
  /** The promise that falls due next; null where none is open. */
  readonly promise: RowPromise | null;
}

/** The columns that `rowFrom` reads. */
export interface SessionRowColumns {
  readonly document: StoredSession;
  /** Postgres gives 64-bit numbers as text. */
  readonly number: string;
  readonly device_id: string | null;
  readonly kind: DeviceKind | null;
  readonly info: DeviceInfo | null;
  readonly last_seen_at: Date | null;
  readonly paused: boolean | null;
  readonly clocks: StoredClocks | null;
}

/** Columns of a session `s` and its device `d`. */
export const rowColumns = `
  s.document, s.number, d.id as device_id, d.kind, d.info, d.last_seen_at, d.paused,
  (select jsonb_build_object('readings', readings, 'step', step)
    from session_clocks where session_id = s.id) as clocks`;

/** A session row out of its columns. */
export function rowFrom(columns: SessionRowColumns): SessionRow {
  const { document, device_id: id, kind, info, last_seen_at: lastSeenAt } = columns;
  const paused = columns.paused === true;
  const device = id && kind && info && lastSeenAt ? { id, kind, info, lastSeenAt, paused } : null;
  return {
    session: completed(document),
    number: Number(columns.number),
    device,
    promise: rowPromise(columns.clocks),
  };
}
