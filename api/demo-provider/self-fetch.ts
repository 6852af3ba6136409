import { request as httpRequest } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { checkServerIdentity } from 'node:tls';
import { buffer } from 'node:stream/consumers';

/** Where this very process listens, whatever name the world knows it by. */
interface OwnAddress {
  readonly port: number;
  /** The certificate to trust beside the usual ones, as PEM, or null. */
  readonly certificate: string | null;
}

type SelfFetch = (url: string, init: SelfRequest) => Promise<Response>;

interface SelfRequest {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/**
 * A `fetch` that reaches the embedded provider by way of loopback: its public name need not resolve
 * here, and its certificate may be the one made at the start.
 */
export function selfFetch(port: number, certificate: string | null): SelfFetch {
  const own = { port, certificate };
  return (url, init) => ask(own, new URL(url), init);
}

async function ask(own: OwnAddress, url: URL, init: SelfRequest): Promise<Response> {
  const secure = url.protocol === 'https:';
  const options: RequestOptions = {
    host: '127.0.0.1',
    port: own.port,
    path: url.pathname + url.search,
    method: init.method ?? 'GET',
    headers: { ...init.headers, host: url.host },
    // An address is no name that TLS may send; the certificate is held to what was asked for all the same.
    servername: isIP(url.hostname) === 0 ? url.hostname : '',
    checkServerIdentity: (_host, certificate) => checkServerIdentity(url.hostname, certificate),
    ...(own.certificate === null ? {} : { ca: own.certificate }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const request = (secure ? httpsRequest : httpRequest)(options, (answer) => {
    buffer(answer).then((body) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(answer.headers)) {
        if (value !== undefined) headers.set(name, String(value));
      }
      resolve(
        new Response(body.length > 0 ? new Uint8Array(body) : null, {
          status: answer.statusCode ?? 500,
          headers,
        }),
      );
    }, reject);
  });
  request.on('error', reject);
  request.end(bodyOf(init.body));
  return promise;
}

function bodyOf(body: unknown): string | undefined {
  if (body instanceof URLSearchParams) return body.toString();
  return typeof body === 'string' ? body : undefined;
}
