import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { ProblemError } from '../problems/problem-error.js';
import { equalInConstantTime } from '../secrets.js';
import { isMatch, type RouteTable } from '../http/route-table.js';

/** Things that are counted when somebody looks. */
export interface Counted {
  readonly staffStreams: { readonly size: number };
  readonly deviceStreams: { readonly size: number };
  readonly relay: { readonly size: number };
}

/** Who may see the figures. */
export interface MetricsDoor {
  /** Null where only this machine may. */
  readonly token: string | null;
  readonly trustedProxies: number;
}

/** By these a proxy tells that it asks for somebody else. */
const proxyHeaders = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'];

/** The figures of this process for Prometheus. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram<'operation' | 'status'>;

  constructor({ staffStreams, deviceStreams, relay }: Counted) {
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Histogram({
      name: 'mayday_http_request_seconds',
      help: 'Time to answer, by operation and status',
      labelNames: ['operation', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [this.#registry],
    });
    this.#gauge('mayday_staff_streams', 'Open live streams of consoles', staffStreams);
    this.#gauge('mayday_device_streams', 'Open live streams of devices', deviceStreams);
    this.#gauge('mayday_media_sockets', 'Open sockets of the media relay', relay);
  }

  /** Times every described operation but the endless streams. */
  timing(routes: RouteTable): RequestHandler {
    return (request, response, next) => {
      const found = routes.find(request.method, request.path);
      const id = isMatch(found) ? found.id : null;
      if (id === null || id === 'live' || id === 'deviceLive') {
        next();
        return;
      }
      const end = this.#requests.startTimer({ operation: id });
      response.once('finish', () => {
        end({ status: String(response.statusCode) });
      });
      next();
    };
  }

  /** Shows the figures to this machine, or to who brings the token. Behind proxies, what comes from this machine may come from anybody. */
  page({ token, trustedProxies }: MetricsDoor): RequestHandler {
    return async (request, response) => {
      const isLocal =
        trustedProxies === 0 &&
        isLoopback(request.socket.remoteAddress) &&
        proxyHeaders.every((name) => request.headers[name] === undefined);
      const bearer = request.headers.authorization ?? '';
      const isKnown = token !== null && equalInConstantTime(bearer, `Bearer ${token}`);
      if (!isKnown && !(token === null && isLocal)) throw new ProblemError('not-found');
      response.type(this.#registry.contentType).send(await this.#registry.metrics());
    };
  }

  #gauge(name: string, help: string, counted: { readonly size: number }): void {
    const gauge = new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect: () => {
        gauge.set(counted.size);
      },
    });
  }
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || (address?.replace('::ffff:', '').startsWith('127.') ?? false);
}
