import { join } from 'node:path';
import type { RequestHandler } from 'express';

const addresses: ReadonlySet<string> = new Set(['/i', '/help', '/help/code', '/sos']);

/** The page that a user's link leads to, and the ones to ask for help on. The token in its fragment never reaches us. */
export function userPage(folder: string): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'GET' || !addresses.has(request.path)) {
      next();
      return;
    }
    response.set('Cache-Control', 'no-store');
    response.sendFile(join(folder, 'index.html'), { cacheControl: false });
  };
}
