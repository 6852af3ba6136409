import type { components } from '../../../api/generated/openapi.js';

type Schemas = components['schemas'];

/** What the desk says of a link before anything is shared. */
export type LinkVisit = Schemas['LinkVisit'];
/** The session as its user sees it. */
export type DeviceSession = Schemas['DeviceSession'];
export type ChatMessage = Schemas['ChatMessage'];
export type MediaTicket = Schemas['MediaTicket'];
export type DeviceInfo = Schemas['DeviceInfo'];
export type Person = Schemas['Person'];
export type ConsentScope = Schemas['ConsentScope'];
export type HoldReason = Schemas['HoldReason'];
/** How a wait stands: number, place and estimate. */
export type Waiting = Schemas['Waiting'];
export type Receipt = NonNullable<DeviceSession['receipt']>;
export type Question = NonNullable<DeviceSession['consent']['question']>;
