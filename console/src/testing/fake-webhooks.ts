import type { Delivery, Webhook, WebhookSettings } from '../app/desk/contract.js';
import { json, problem } from './fake-answers.js';
import { greta } from './people.js';

/** The webhooks of the fake desk with the log of their calls. */
export class FakeWebhooks {
  readonly webhooks: Webhook[] = [];
  readonly deliveries: Delivery[] = [];
  #secrets = 1;

  /** Answers what is asked of webhooks and deliveries; null for everything else. */
  answer({ pathname }: URL, method: string, body: unknown): Response | null {
    const [, , first, id, what] = pathname.split('/');
    if (first === 'deliveries') return this.#again(id ?? '');
    if (first === 'mail-deliveries') return json({ deliveries: [], next: null });
    if (first !== 'webhooks') return null;
    const found = this.webhooks.findIndex((webhook) => webhook.id === id);
    if (id === undefined) return method === 'POST' ? this.#create(body) : this.#list();
    if (found < 0)
      return problem({ type: '/problems/not-found', title: 'Nothing here.', status: 404 });
    if (what === 'secret') return this.#secret(method);
    if (what === 'test') return this.#test();
    if (what === 'deliveries') return json({ deliveries: this.deliveries, next: null });
    return method === 'DELETE' ? this.#remove(found) : this.#change(found, body);
  }

  #list(): Response {
    return json({ webhooks: this.webhooks });
  }

  #create(body: unknown): Response {
    const settings = body as WebhookSettings;
    const createdAt = new Date().toISOString();
    const none = { latest: null, nextTryAt: null };
    const rest = { id: crypto.randomUUID(), createdBy: greta, createdAt, ...none };
    this.webhooks.push({ ...settings, ...rest });
    return json(this.webhooks.at(-1), 201);
  }

  #change(index: number, body: unknown): Response {
    const [webhook] = this.webhooks.slice(index);
    if (webhook) this.webhooks[index] = { ...webhook, ...(body as WebhookSettings) };
    return json(this.webhooks[index]);
  }

  #remove(index: number): Response {
    this.webhooks.splice(index, 1);
    return new Response(null, { status: 204 });
  }

  #secret(method: string): Response {
    if (method === 'GET') return json({ secret: `whsec_number${this.#secrets}` });
    this.#secrets += 1;
    return new Response(null, { status: 204 });
  }

  #test(): Response {
    this.#deliver('desk.test');
    return new Response(null, { status: 204 });
  }

  #again(id: string): Response {
    const found = this.deliveries.find((delivery) => delivery.id === id);
    if (found) Object.assign(found, { state: 'pending', nextTryAt: null, underWay: true });
    return new Response(null, { status: 204 });
  }

  #deliver(type: string): void {
    this.deliveries.unshift({
      ...{ id: crypto.randomUUID(), type, recipient: null, sessionId: null },
      ...{ state: 'pending', createdAt: new Date().toISOString(), attempts: [] },
      nextTryAt: null,
      underWay: true,
    });
  }
}
