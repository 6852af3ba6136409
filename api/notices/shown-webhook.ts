import type { StoredWebhook } from '../../activities/notices/webhook-store.js';
import type { Authorizer } from '../../policies/authorize.js';
import type { components } from '../generated/openapi.js';
import { personOf } from '../shown/people.js';

/** A webhook as its admins see it. */
export function shownWebhook(
  webhook: StoredWebhook,
  authorizer: Pick<Authorizer, 'people'>,
): components['schemas']['Webhook'] {
  const { id, url, description, types, channel, enabled, latest } = webhook;
  return {
    ...{ id, url, description, types: [...types], channel, enabled, latest },
    createdBy: personOf(authorizer, webhook.createdBy),
    createdAt: webhook.createdAt.toISOString(),
    nextTryAt: webhook.nextTryAt?.toISOString() ?? null,
  };
}
