import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { middleware } from 'express-openapi-validator';
import { parse } from 'yaml';
import { isVisibleName } from '../../workflows/domain/visible-name.js';
import type { OperationId } from '../operation.js';
import { isInstant } from './is-instant.js';
import type { Described, Match } from './route-table.js';
import { runMiddleware } from './run-middleware.js';

/** Whole files come with these; everything else that people send is short. */
const withFiles: ReadonlySet<OperationId> = new Set<OperationId>([
  'checkPolicyDraft',
  'importRequesters',
  'proposePolicy',
]);

const readShortBody = readBody('64kb');
const readFiles = readBody('5mb');

/** Bodies are UTF-8: of any other a decoder would make signs that nobody wrote. */
function readBody(limit: string): RequestHandler {
  return express.json({
    limit,
    strict: true,
    verify(_request, _response, bytes) {
      if (!isUtf8(bytes)) throw new Error('The body is not UTF-8.');
    },
  });
}

/** Reads an operation's JSON body, up to what it may weigh. */
export function jsonBodyOf(id: OperationId): RequestHandler {
  return withFiles.has(id) ? readFiles : readShortBody;
}

/** Reads the description that this API answers to. */
export function readDescription(file: string): Described {
  return parse(readFileSync(file, 'utf8')) as Described;
}

/** What the validator finds out of a request, for its other steps. */
interface Checked {
  openapi?: { readonly pathParams: Record<string, string> };
}

/** Checks requests against the description; in tests the answers too. */
export class RequestValidation {
  readonly #steps: readonly RequestHandler[];
  readonly #known = new Map<OperationId, object>();

  constructor(file: string, options: { readonly checkAnswers: boolean }) {
    this.#steps = middleware({
      apiSpec: file,
      validateApiSpec: false,
      validateRequests: { allowUnknownQueryParameters: false },
      validateResponses: options.checkAnswers,
      // Who asks is found out by the operations themselves, for the cookie's name differs under TLS.
      validateSecurity: false,
      fileUploader: false,
      formats: {
        'date-time': { type: 'string', validate: isInstant },
        name: { type: 'string', validate: isVisibleName },
      },
    });
    if (!this.#steps.some(isLookup)) throw new Error('The validator looks operations up no more.');
  }

  /** Rejects with what is wrong with a request of an operation. */
  async check({ id, path }: Match, request: Request & Checked, response: Response): Promise<void> {
    for (const step of this.#steps) {
      if (!isLookup(step)) await runMiddleware(step, request, response);
      else await this.#lookUp(step, { id, path }, request, response);
    }
  }

  /**
   * The validator's lookup makes an expression of every path of the description, for each request: a
   * tenth of what an answer costs. The table of routes has found the operation by then, so once for
   * each operation is enough.
   */
  async #lookUp(
    step: RequestHandler,
    { id, path }: Match,
    request: Request & Checked,
    response: Response,
  ): Promise<void> {
    const known = this.#known.get(id);
    if (known) {
      request.openapi = { ...known, pathParams: { ...path } };
      return;
    }
    await runMiddleware(step, request, response);
    if (request.openapi) this.#known.set(id, request.openapi);
  }
}

function isLookup(step: RequestHandler): boolean {
  return step.name === 'metadataMiddleware';
}
