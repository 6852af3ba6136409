import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';

/** A call to be made; the same id however often it is tried. */
export interface WebhookCall {
  readonly id: string;
  readonly url: URL;
  readonly secret: string;
  /** The body, as it is signed. */
  readonly body: string;
}

const patienceMs = 10_000;

/** Calls other systems, signed after the Standard Webhooks specification. */
export class WebhookSender {
  readonly #http: RequestFilteringHttpAgent;
  readonly #https: RequestFilteringHttpsAgent;

  /** Addresses of the desk's own network are closed unless the operator opens them: an admin's URL must not reach its databases. */
  constructor(allowPrivateIPAddress: boolean) {
    this.#http = new RequestFilteringHttpAgent({ allowPrivateIPAddress });
    this.#https = new RequestFilteringHttpsAgent({ allowPrivateIPAddress });
  }

  /** Makes the call and gives the status; redirects are not followed. Throws where there is no answer. */
  send({ id, url, secret, body }: WebhookCall): Promise<number> {
    const at = new Date();
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'User-Agent': 'Mayday',
      'webhook-id': id,
      'webhook-timestamp': Math.floor(at.getTime() / 1000).toString(),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    };
    const signal = AbortSignal.timeout(patienceMs);
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const request =
      url.protocol === 'https:'
        ? requestHttps(url, { method: 'POST', headers, agent: this.#https, signal })
        : requestHttp(url, { method: 'POST', headers, agent: this.#http, signal });
    request.once('error', reject);
    request.once('response', (response) => {
      resolve(response.statusCode ?? 0);
      // What it says beside the status is of no interest, however much it is.
      response.destroy();
    });
    request.end(body);
    return promise;
  }

  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }
}
