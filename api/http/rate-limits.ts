import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { OperationId } from '../operation.js';
import { ProblemError } from '../problems/problem-error.js';
import { readCookies } from './cookies.js';

/** Requests a minute that one source may send, by class of operation. */
export interface RateLimits {
  /** Trading and looking up links, by address. */
  readonly links: number;
  /** Beginning and ending a sign-in, by address. */
  readonly signIns: number;
  /** Entering codes, by sign-in: who goes on faster is turned away before anything else is done for them. */
  readonly entries: number;
  /** Everything else that an address sends. */
  readonly others: number;
}

/** Generous for people, tight for programs. */
export const usualLimits: RateLimits = {
  links: 60,
  signIns: 60,
  entries: 600,
  others: 6_000,
};

/** What somebody without a name at the desk can do. A code that is waited with is asked for every twenty seconds. */
const ofLinks: ReadonlySet<OperationId> = new Set<OperationId>([
  'visitLink',
  'joinByLink',
  'issueCode',
  'awaitCode',
  'giveUpCode',
  'listOpenSosCalls',
  'visitSosCall',
  'askForHelp',
]);

const minute = 60_000;

/** The limits that an operation stands under. Counts are kept in this process; `signInCookie` is a cookie's name. */
export function rateLimiters(
  limits: RateLimits,
  signInCookie: string,
): (id: OperationId) => readonly RequestHandler[] {
  const links = [limiter(limits.links, addressOf)];
  const signIns = [limiter(limits.signIns, addressOf)];
  const others = [limiter(limits.others, addressOf)];
  const ofEntries = (request: Request): string =>
    readCookies(request.headers.cookie).get(signInCookie) ?? addressOf(request);
  const entries = [...others, limiter(limits.entries, ofEntries)];
  return (id) => {
    if (ofLinks.has(id)) return links;
    if (id === 'enterCode') return entries;
    return id === 'signIn' || id === 'signInCallback' ? signIns : others;
  };
}

function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? '');
}

function limiter(limit: number, keyOf: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: minute,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: keyOf,
    handler: (_request, _response, next) => {
      next(new ProblemError('too-many-requests'));
    },
  });
}
