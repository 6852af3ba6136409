import type { Carrier, Trial } from './delivery-activities.js';
import type { WebhookSecrets } from './webhook-secret.js';
import type { WebhookSender } from './webhook-sender.js';
import type { WebhookStore } from './webhook-store.js';

/** What webhooks are called with. */
export interface WebhookCarrierOptions {
  readonly webhooks: Pick<WebhookStore, 'find' | 'close'>;
  readonly secrets: WebhookSecrets;
  readonly sender: Pick<WebhookSender, 'send'>;
}

/** Calls the other system of a delivery. */
export function carryWebhook({ webhooks, secrets, sender }: WebhookCarrierOptions): Carrier {
  return async (delivery) => {
    const webhook = delivery.webhookId === null ? null : await webhooks.find(delivery.webhookId);
    if (!webhook) return final('The webhook was deleted.');
    if (!webhook.enabled) return final('The webhook is switched off.');
    try {
      const status = await sender.send({
        id: delivery.id,
        url: new URL(webhook.url),
        secret: secrets.of(webhook.id, webhook.secretNumber),
        body: JSON.stringify(delivery.payload),
      });
      // "Gone" is how a receiver says, after the specification, that it wants no more calls.
      if (status === 410) await webhooks.close(webhook.id);
      return answered(status);
    } catch (error) {
      return { status: null, problem: whyUnanswered(error) };
    }
  };
}

function final(problem: string): Trial {
  return { status: null, problem, final: true };
}

function answered(status: number): Trial {
  if (status >= 200 && status < 300) return { status, problem: null };
  return { status, problem: `It answered with status ${status}.`, final: status === 410 };
}

function whyUnanswered(error: unknown): string {
  if (!(error instanceof Error)) return 'There was no answer.';
  if (error.name === 'TimeoutError') return 'There was no answer within 10 seconds.';
  return `There was no answer: ${error.message}`.slice(0, 500);
}
