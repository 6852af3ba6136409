import type { SessionEventType } from '../session/events.js';

/** The events of sessions that other systems can be told of. */
const told = [
  'requested',
  'device-joined',
  'claimed',
  'offered',
  'transferred',
  'escalated',
  'connected',
  'held',
  'resumed',
  'sla-step',
  'closed',
  'abandoned',
  'reopened',
  'expired',
] as const satisfies readonly SessionEventType[];

/** What a webhook can ask for, named `session.EVENT`, and the test that an admin sends by hand. */
export const webhookTypes = told.map((type) => `session.${type}` as const);
export type WebhookType = (typeof webhookTypes)[number];

/** The type of the call that only tries whether the other side answers. */
export const testType = 'desk.test';

/** How other systems know an event, or null where they are not told of it. */
export function webhookTypeOf(event: SessionEventType): WebhookType | null {
  const name = `session.${event}`;
  return webhookTypes.find((type) => type === name) ?? null;
}
