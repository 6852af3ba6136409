import type { StoredWebhook } from '../../activities/notices/webhook-store.js';
import type { Desk } from '../desk.js';
import { ProblemError } from '../problems/problem-error.js';

/** A webhook that is there, or a problem. */
export async function findWebhook(
  { stores }: Pick<Desk, 'stores'>,
  id: string,
): Promise<StoredWebhook> {
  const webhook = await stores.webhooks.find(id);
  if (!webhook) throw new ProblemError('not-found');
  return webhook;
}
