import type { WebhookSettings } from '../../activities/notices/webhook-store.js';
import type { Desk } from '../desk.js';
import type { components } from '../generated/openapi.js';
import { ProblemError } from '../problems/problem-error.js';
import { refusedAt } from '../problems/refused-at.js';

/** What somebody wants of a webhook, or the problem with it. */
export function webhookSettings(
  body: components['schemas']['WebhookSettings'],
  { policy }: Pick<Desk, 'policy'>,
): WebhookSettings {
  const { channels } = policy.authorizer.people.organisation;
  if (body.channel !== null && !channels.some(({ key }) => key === body.channel)) {
    throw refusedAt('/body/channel', 'channel-unknown', body.channel);
  }
  if (!URL.canParse(body.url)) throw new ProblemError('webhook-address');
  return { ...body, url: new URL(body.url).href, description: body.description.trim() };
}
