import type { ServerResponse } from 'node:http';
import type { Request, RequestHandler } from 'express';
import express from 'express';
import expressStaticGzip from 'express-static-gzip';

/** A year, in milliseconds. */
const forEver = 31_536_000_000;

/** A name that carries the hash of its content, so that it never means anything else. */
const hashedName = /-[A-Za-z0-9_-]{8,}\.(?:js|css|woff2|svg|map|png|webp)(?:\.br)?$/;

/** As the files of our folders are spelt. To what cannot be decoded the library answers in its own words. */
const fileLike = /^(?:\/[A-Za-z0-9._-]+)+$/;

/**
 * Serves a folder's files by their exact names, squeezed where the build has put that beside them and
 * the browser takes it; hashed ones are kept by browsers for ever.
 */
export function files(folder: string): RequestHandler {
  const terms = {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (response: ServerResponse, path: string) => {
      setLifetime(response, hashedName.test(path));
    },
  } as const;
  const squeezed: RequestHandler = expressStaticGzip(folder, {
    index: false,
    enableBrotli: true,
    orderPreference: ['br'],
    serveStatic: terms,
  });
  const whole = express.static(folder, terms);
  return (request, response, next) => {
    if (!isRead(request) || !fileLike.test(request.path)) {
      whole(request, response, next);
      return;
    }
    void squeezed(request, response, (error?: unknown) => {
      // They were said of a file that is there no more, and whoever answers now says something else.
      for (const header of ['Content-Encoding', 'Content-Type']) response.removeHeader(header);
      next(error);
    });
  };
}

function setLifetime(response: ServerResponse, isHashed: boolean): void {
  const lifetime = isHashed
    ? `public, max-age=${forEver / 1000}, immutable`
    : 'public, max-age=0, must-revalidate';
  response.setHeader('Cache-Control', lifetime);
}

/** Whether somebody asks for a page by a plain path, and not for a file or for what the desk answers itself. */
export function asksForPage(request: Request): boolean {
  return (
    isRead(request) &&
    /^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/.test(request.path) &&
    !/^\/(?:api|oidc|page|helper)(?:\/|$)/.test(request.path)
  );
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}
