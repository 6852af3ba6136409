import { DeskUnreachableError, RefusedError } from '../../activities/commands/command-errors.js';
import { DirectoryRefusedError } from '../../activities/directory/directory-refused-error.js';
import { error as invalid } from 'express-openapi-validator';
import { faultOfRequest } from './fault-of-request.js';
import type { ProblemCode } from './problem-codes.js';
import { ProblemError, type ProblemExtras } from './problem-error.js';
import { refusalProblem } from './refusal-problem.js';

type People = Parameters<typeof refusalProblem>[1];

/**
 * The one place where an error becomes an answer. What nobody foresaw is an `internal-error`, and
 * its own words stay in the log.
 */
export function problemOf(error: unknown, people: People): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof RefusedError) return refusalProblem(error.refusal, people);
  if (error instanceof DirectoryRefusedError) {
    const { code, detail, other } = error;
    return new ProblemError(code, {
      ...(detail === null ? {} : { detail }),
      ...(other === null ? {} : { other }),
    });
  }
  return problemOfBody(error) ?? problemOfRequest(error) ?? problemOfOutage(error) ?? unforeseen;
}

const unforeseen = new ProblemError('internal-error');

const bodyProblems: Readonly<Record<string, ProblemCode>> = {
  'entity.parse.failed': 'malformed-request',
  'entity.verify.failed': 'malformed-request',
  'request.aborted': 'malformed-request',
  'request.size.invalid': 'malformed-request',
  'entity.too.large': 'too-large',
  'encoding.unsupported': 'unsupported-media-type',
  'charset.unsupported': 'unsupported-media-type',
};

/** What the parser of bodies complains about; it tells by a `type`. */
function problemOfBody(error: unknown): ProblemError | null {
  if (!(error instanceof Error) || !('type' in error) || typeof error.type !== 'string')
    return null;
  const code = bodyProblems[error.type];
  if (code === undefined) return null;
  return new ProblemError(code, code === 'malformed-request' ? notJson : {});
}

const notJson: ProblemExtras = { detail: 'The body is not JSON in UTF-8.' };

/** What the validator against `openapi.yaml` complains about. */
function problemOfRequest(error: unknown): ProblemError | null {
  if (error instanceof URIError) return new ProblemError('not-found');
  if (error instanceof invalid.NotFound) return new ProblemError('not-found');
  if (error instanceof invalid.MethodNotAllowed) return new ProblemError('method-not-allowed');
  if (error instanceof invalid.UnsupportedMediaType) {
    return new ProblemError('unsupported-media-type');
  }
  if (error instanceof invalid.BadRequest) {
    return new ProblemError('malformed-request', { errors: error.errors.map(faultOfRequest) });
  }
  return null;
}

const outages: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  // Postgres is starting, stopping, or has ended this connection.
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
]);

/** A part of the desk that cannot be reached just now. */
function problemOfOutage(error: unknown): ProblemError | null {
  if (error instanceof DeskUnreachableError) return new ProblemError('desk-unavailable');
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const lost =
    outages.has(code) ||
    error.name === 'KnexTimeoutError' ||
    error.message.startsWith('Connection terminated');
  return lost ? new ProblemError('desk-unavailable') : null;
}
