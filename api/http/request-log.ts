import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

const sessionInPath = /\/api\/sessions\/([0-9a-f-]{36})/;

/** Logs each request by method, path, status and time; no header, cookie, query or body. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({
        method,
        path: url.split('?')[0],
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
    customProps: (request) => {
      const sessionId = sessionInPath.exec(request.url)?.[1];
      return sessionId === undefined ? {} : { sessionId };
    },
    // Signs of life would drown everything else.
    autoLogging: { ignore: ({ url }) => url === '/api/health' || url === '/api/ready' },
    customLogLevel: (_request, { statusCode }) => (statusCode >= 500 ? 'warn' : 'debug'),
  });
}
