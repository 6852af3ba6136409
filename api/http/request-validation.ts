import { readFileSync } from 'node:fs';
import express, { type RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import { parse } from 'yaml';
import type { Described } from './route-table.js';

/** The most that a request's body may weigh. */
const largestBody = '64kb';

/** Reads a JSON body. */
export const readJsonBody: RequestHandler = express.json({ limit: largestBody, strict: true });

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
  });
}
