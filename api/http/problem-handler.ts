import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { PolicyDesk } from '../policy/policy-desk.js';
import { OtherMethodError } from '../problems/other-method-error.js';
import type { ProblemError } from '../problems/problem-error.js';
import { problemOf } from '../problems/problem-of.js';

/** Answers every error with its problem; only what nobody foresaw is an error in the log. */
export function problemHandler(log: Logger, policy: PolicyDesk): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  return (error: unknown, request, response, next) => {
    const problem = problemOf(error, policy.authorizer);
    const context = { err: error, problem: problem.code, path: request.path };
    if (problem.code === 'internal-error') log.error(context, 'A request failed.');
    else if (problem.code === 'desk-unavailable') log.warn(context, 'A part does not answer.');
    else log.info({ problem: problem.code, path: request.path }, 'A request was refused.');
    // Express ends an answer that had already begun.
    if (response.headersSent) next(error);
    else sendProblem(response, problem);
  };
}

/** Sends a problem as RFC 9457 says. */
function sendProblem(response: Response, error: ProblemError): void {
  const problem = error.toProblem();
  response
    .status(problem.status)
    .set({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
  if (problem.status === 503) response.set('Retry-After', '2');
  if (error instanceof OtherMethodError) response.set('Allow', error.allowed.join(', '));
  response.end(JSON.stringify(problem));
}
