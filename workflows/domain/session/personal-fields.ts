import type { SessionEventType } from './events.js';

/** A field of an event that holds what a person is called or wrote, and what is read once it is erased. */
export interface PersonalField {
  readonly path: readonly [string, ...string[]];
  readonly erased: string | null;
}

/** What stands where a text was that had to be erased. */
export const erasedText = '[erased]';

const text = (...path: [string, ...string[]]): PersonalField => ({ path, erased: erasedText });
const remark = (...path: [string, ...string[]]): PersonalField => ({ path, erased: null });

/** Which fields of which events are personal or free text: the record keeps those so that they can be erased. */
export const personalFields: Readonly<Record<SessionEventType, readonly PersonalField[]>> = {
  requested: [text('subject'), text('requester', 'name'), remark('requester', 'address')],
  'link-opened': [],
  'device-joined': [],
  'device-lost': [],
  'device-returned': [],
  offered: [],
  'offer-declined': [],
  'tier-drawn': [],
  claimed: [],
  answered: [],
  'consent-asked': [],
  'consent-granted': [],
  'consent-refused': [],
  'consent-withdrawn': [],
  connected: [],
  disconnected: [],
  'driver-changed': [],
  held: [],
  resumed: [],
  'user-wrote': [],
  'technician-wrote': [],
  'transfer-offered': [remark('note')],
  'transfer-declined': [],
  'collaborator-invited': [],
  'collaborator-joined': [],
  'collaborator-left': [],
  'taken-over': [],
  'priority-changed': [],
  'sla-step': [],
  retargeted: [],
  transferred: [remark('note')],
  escalated: [remark('reason')],
  closed: [remark('remark')],
  abandoned: [],
  reopened: [],
  expired: [],
};
