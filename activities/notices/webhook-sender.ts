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

/** The call goes to a network that is closed to webhooks. */
export class PrivateNetworkClosed extends Error {
  constructor(said: string) {
    super(said);
    this.name = 'PrivateNetworkClosed';
  }
}

const usualPatienceMs = 10_000;

/** Calls other systems, signed after the Standard Webhooks specification. */
export class WebhookSender {
  readonly #http: RequestFilteringHttpAgent;
  readonly #https: RequestFilteringHttpsAgent;
  readonly #patienceMs: number;

  /** Addresses of the desk's own network are closed unless the operator opens them: an admin's URL must not reach its databases. */
  constructor(allowPrivateIPAddress: boolean, patienceMs = usualPatienceMs) {
    this.#patienceMs = patienceMs;
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
    const signal = AbortSignal.timeout(this.#patienceMs);
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const request =
      url.protocol === 'https:'
        ? requestHttps(url, { method: 'POST', headers, agent: this.#https, signal })
        : requestHttp(url, { method: 'POST', headers, agent: this.#http, signal });
    request.once('error', (error) => {
      reject(isOfTheFilter(error) ? new PrivateNetworkClosed(error.message) : error);
    });
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

/** The filter's own refusals are plain errors; whatever the line says has a code. */
function isOfTheFilter(error: Error): boolean {
  return !('code' in error) && error.message.includes(' is not allowed.');
}
