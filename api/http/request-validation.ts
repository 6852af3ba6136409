import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import express, { type RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import { parse } from 'yaml';
import { isVisibleName } from '../../workflows/domain/visible-name.js';
import type { OperationId } from '../operation.js';
import type { Described } from './route-table.js';

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

/** Checks requests against the description; in tests the answers too. */
export function requestValidation(
  file: string,
  options: { readonly checkAnswers: boolean },
): readonly RequestHandler[] {
  return middleware({
    apiSpec: file,
    validateApiSpec: false,
    validateRequests: { allowUnknownQueryParameters: false },
    validateResponses: options.checkAnswers,
    // Who asks is found out by the operations themselves, for the cookie's name differs under TLS.
    validateSecurity: false,
    fileUploader: false,
    formats: { name: { type: 'string', validate: isVisibleName } },
  });
}
