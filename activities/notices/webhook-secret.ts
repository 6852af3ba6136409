import { createHmac } from 'node:crypto';
import { deriveKey } from '../keys/derive-key.js';

/** The secrets with which calls are signed: they follow from the root key and are stored nowhere. */
export class WebhookSecrets {
  readonly #key: Buffer;

  /** `rootKey` is the installation's root key. */
  constructor(rootKey: Buffer) {
    this.#key = deriveKey(rootKey, 'webhook');
  }

  /** The secret of a webhook in the form of the Standard Webhooks specification; the number grows when it is renewed. */
  of(webhookId: string, number: number): string {
    const bytes = createHmac('sha256', this.#key).update(`${webhookId}/${number}`).digest();
    return `whsec_${bytes.toString('base64')}`;
  }
}
