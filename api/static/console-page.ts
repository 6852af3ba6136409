import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { asksForPage } from './files.js';

/**
 * The console's page for all its own addresses. Its components bring their styles as elements, which
 * the content security policy lets in by a nonce that no two answers share.
 */
export function consolePage(folder: string): RequestHandler {
  const file = join(folder, 'index.html');
  return async (request, response, next) => {
    if (!asksForPage(request)) {
      next();
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    const page = await readFile(file, 'utf8');
    const policy = String(response.getHeader('content-security-policy'));
    response
      .set(
        'Content-Security-Policy',
        policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`),
      )
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(page.replace('<md-root', `<md-root ngCspNonce="${nonce}"`));
  };
}
