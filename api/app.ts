import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Desk } from './desk.js';
import { Metrics } from './health/metrics.js';
import { apiHandler } from './http/api-handler.js';
import { problemHandler } from './http/problem-handler.js';
import { type RateLimits, rateLimiters } from './http/rate-limits.js';
import { requestLog } from './http/request-log.js';
import { readDescription, RequestValidation } from './http/request-validation.js';
import { RouteTable } from './http/route-table.js';
import { permissionsPolicy, securityHeaders } from './http/security-headers.js';
import { isOperation, operations } from './operations.js';
import { ProblemError } from './problems/problem-error.js';
import { consolePage } from './static/console-page.js';
import { files } from './static/files.js';
import { helperDownload } from './static/helper-download.js';
import { reference } from './static/reference.js';
import { userPage } from './static/user-page.js';

/** What the application is made of. */
export interface AppOptions {
  readonly desk: Desk;
  readonly log: Logger;
  readonly metricsToken: string | null;
  readonly limits: RateLimits;
  /** The project's folder: the description is there, and what is built for browsers. */
  readonly root: string;
  /** The embedded identity provider, or null. */
  readonly provider: RequestHandler | null;
  readonly trustedProxies: number;
  /** Whether answers are held against the description too; for specs. */
  readonly checkAnswers: boolean;
}

/** Everything that the desk answers over HTTP: the described operations, the pages, and nothing else. */
export function createApp(options: AppOptions): Express {
  const { desk, log, root } = options;
  const description = join(root, 'openapi.yaml');
  const built = (name: string): string => join(root, 'build', name);
  const metrics = new Metrics(desk);
  const app = express();
  app.disable('x-powered-by');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('trust proxy', options.trustedProxies);
  const routes = new RouteTable(readDescription(description), isOperation);
  app.use(requestLog(log), securityHeaders(desk.settings.publicUrl), permissionsPolicy);
  const { metricsToken: token, trustedProxies } = options;
  app.get('/metrics', metrics.page({ token, trustedProxies }));
  app.use(metrics.timing(routes));
  if (options.provider) app.use('/oidc', options.provider);
  app.use(compression({ filter: isWorthCompressing, threshold: worthCompressingBytes }));
  app.use(reference(description));
  app.use(below('/api', apiHandler(handlerParts(options, routes, description))));
  app.use('/page', files(built('page')));
  app.use(userPage(built('page')), helperDownload(built('helper')));
  app.use(files(built('console')), consolePage(built('console')));
  app.use(() => {
    throw new ProblemError('not-found');
  });
  app.use(problemHandler(log, desk.policy));
  return app;
}

function handlerParts(
  { desk, limits, checkAnswers }: AppOptions,
  routes: RouteTable,
  description: string,
) {
  const validation = new RequestValidation(description, { checkAnswers });
  return {
    desk,
    operations,
    routes,
    limitersOf: rateLimiters(limits, desk.settings.cookies.signIn),
    validation,
  };
}

/** Answers whatever stands below a path, spelt just so. */
function below(path: string, handler: RequestHandler): RequestHandler {
  return (request, response, next) => {
    if (request.path !== path && !request.path.startsWith(`${path}/`)) {
      next();
      return;
    }
    return handler(request, response, next);
  };
}

/** Below that, packing an answer takes longer than sending it. */
const worthCompressingBytes = 16_384;

/** Streams must not wait in a compressor; everything else that is text may. */
const isWorthCompressing: compression.CompressionFilter = (request, response) => {
  const type = String(response.getHeader('content-type') ?? '');
  return !type.startsWith('text/event-stream') && compression.filter(request, response);
};
