import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { OperationId } from '../operation.js';
import { ProblemError } from '../problems/problem-error.js';

/** Requests a minute that one source may send, by class of operation. */
export interface RateLimits {
  /** Trading and looking up links, by address. */
  readonly links: number;
  /** Beginning and ending a sign-in, by address. */
  readonly signIns: number;
  /** Everything else that an address sends. */
  readonly others: number;
}

/** Generous for people, tight for programs. */
export const usualLimits: RateLimits = { links: 60, signIns: 60, others: 6_000 };

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

/** The limit that an operation stands under. Counts are kept in this process. */
export function rateLimiters(limits: RateLimits): (id: OperationId) => RequestHandler {
  const links = limiter(limits.links);
  const signIns = limiter(limits.signIns);
  const others = limiter(limits.others);
  return (id) => {
    if (ofLinks.has(id)) return links;
    return id === 'signIn' || id === 'signInCallback' ? signIns : others;
  };
}

function limiter(limit: number): RequestHandler {
  return rateLimit({
    windowMs: minute,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    handler: (_request, _response, next) => {
      next(new ProblemError('too-many-requests'));
    },
  });
}
