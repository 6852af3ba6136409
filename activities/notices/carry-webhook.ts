import type { Carrier, Trial } from './delivery-activities.js';
import { type DeliveryFaultCode, faultOf } from './delivery-fault.js';
import { webhookFaultOf } from './webhook-fault.js';
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
    if (!webhook) return final('webhook-deleted');
    if (!webhook.enabled) return final('webhook-off');
    const url = new URL(webhook.url);
    try {
      const status = await sender.send({
        id: delivery.id,
        url,
        secret: secrets.of(webhook.id, webhook.secretNumber),
        body: JSON.stringify(delivery.payload),
      });
      // "Gone" is how a receiver says, after the specification, that it wants no more calls.
      if (status === 410) await webhooks.close(webhook.id);
      return answered(status);
    } catch (error) {
      return unanswered(error, url);
    }
  };
}

function final(code: DeliveryFaultCode): Trial {
  return { status: null, fault: faultOf(code), final: true };
}

function answered(status: number): Trial {
  if (status >= 200 && status < 300) return { status, fault: null };
  return { status, fault: faultOf('answered-otherwise', { status }), final: status === 410 };
}

function unanswered(error: unknown, { hostname, port, protocol }: URL): Trial {
  const server = `${hostname}:${port === '' ? usualPorts[protocol] : port}`;
  return { status: null, fault: webhookFaultOf(error, server) };
}

const usualPorts: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80 };
