import type { ConsentScope, DeviceKind } from './vocabulary.js';

/** What each kind of program can do for a technician; nobody is asked to allow what cannot be done. */
export const possibleScopes: Readonly<Record<DeviceKind, readonly ConsentScope[]>> = {
  browser: ['view'],
  helper: ['view', 'control'],
};
