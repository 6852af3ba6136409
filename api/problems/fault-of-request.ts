import type { error as invalid } from 'express-openapi-validator';
import type { Fault, FaultCode } from '../../workflows/domain/fault.js';

/** What the validator says of a place; its `errorCode` begins with the keyword that was broken. */
export type InvalidPlace = InstanceType<typeof invalid.BadRequest>['errors'][number];

/** A place that the description does not allow as it is. */
export function faultOfRequest({ path, message, errorCode = '' }: InvalidPlace): Fault {
  const [keyword = ''] = errorCode.split('.');
  const limit = limitIn(message);
  const code = limits[keyword];
  if (code !== undefined && limit !== null) return beyond({ path, message }, code, limit);
  const named = codeOf(keyword, message);
  return { path, message: plainly[named] ?? message, code: named };
}

/** Where the validator's own words name only the rule. */
const plainly: Readonly<Partial<Record<FaultCode, string>>> = {
  'invisible-signs': 'must be one line of signs that can be seen',
};

const limits: Readonly<Record<string, FaultCode>> = {
  minLength: 'too-short',
  maxLength: 'too-long',
  minItems: 'too-few',
  maxItems: 'too-many',
  minimum: 'too-small',
  maximum: 'too-large',
};

/** The validator hands on no limits but in its sentences: “must NOT have more than 200 characters”, “must be <= 50”. */
function limitIn(message: string): number | null {
  const found = /(-?\d+(?:\.\d+)?)(?: characters| items)?$/.exec(message)?.[1];
  return found === undefined ? null : Number(found);
}

function beyond(place: Pick<Fault, 'path' | 'message'>, code: FaultCode, limit: number): Fault {
  const isEmpty = limit === 1 && (code === 'too-short' || code === 'too-few');
  return isEmpty ? { ...place, code: 'empty' } : { ...place, code, values: { limit } };
}

const simple: Readonly<Record<string, FaultCode>> = {
  required: 'missing',
  uniqueItems: 'repeated',
  enum: 'choice-unknown',
  additionalProperties: 'field-unknown',
  unevaluatedProperties: 'field-unknown',
};

/** What a keyword alone does not tell; what stands in a query against its rules has none. */
const worded: readonly (readonly [string, FaultCode])[] = [
  ['must match format "email"', 'not-an-address'],
  ['must match format "uri"', 'not-a-web-address'],
  ['must match format "name"', 'invisible-signs'],
  ['must match pattern "\\S"', 'empty'],
  ['Unknown query parameter', 'field-unknown'],
  ['Empty value found', 'empty'],
];

function codeOf(keyword: string, message: string): FaultCode {
  const [, code = 'malformed'] = worded.find(([start]) => message.startsWith(start)) ?? [];
  return simple[keyword] ?? code;
}
