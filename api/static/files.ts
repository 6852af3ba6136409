import type { Request, RequestHandler, Response } from 'express';
import express from 'express';

/** A year, in milliseconds. */
const forEver = 31_536_000_000;

/** A name that carries the hash of its content, so that it never means anything else. */
const hashedName = /-[A-Za-z0-9_-]{8,}\.(?:js|css|woff2|svg|map|png|webp)$/;

/** Serves a folder's files by their exact names; hashed ones are kept by browsers for ever. */
export function files(folder: string): RequestHandler {
  return express.static(folder, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (response, path) => {
      setLifetime(response, hashedName.test(path));
    },
  });
}

function setLifetime(response: Pick<Response, 'setHeader'>, isHashed: boolean): void {
  const lifetime = isHashed
    ? `public, max-age=${forEver / 1000}, immutable`
    : 'public, max-age=0, must-revalidate';
  response.setHeader('Cache-Control', lifetime);
}

/** Whether somebody asks for a page by a plain path, and not for a file or for what the desk answers itself. */
export function asksForPage(request: Request): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  return (
    /^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/.test(request.path) &&
    !/^\/(?:api|oidc|page|helper)(?:\/|$)/.test(request.path)
  );
}
