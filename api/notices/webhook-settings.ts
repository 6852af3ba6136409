import type { WebhookSettings } from '../../activities/notices/webhook-store.js';
import { requireChannel } from '../directory/require-channel.js';
import type { Desk } from '../desk.js';
import type { components } from '../generated/openapi.js';
import { ProblemError } from '../problems/problem-error.js';

/** What somebody wants of a webhook, or the problem with it. */
export function webhookSettings(
  body: components['schemas']['WebhookSettings'],
  { policy }: Pick<Desk, 'policy'>,
): WebhookSettings {
  if (body.channel !== null) requireChannel(policy.authorizer, body.channel);
  if (!URL.canParse(body.url)) throw new ProblemError('webhook-address');
  return { ...body, url: new URL(body.url).href, description: body.description.trim() };
}
