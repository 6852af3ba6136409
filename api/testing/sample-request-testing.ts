import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What of a schema samples are made by. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly minProperties?: number;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Described {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?:
    | { readonly $ref: string }
    | { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** A request that the description lets through, made from it alone. */
export interface SampleRequest {
  readonly path: string;
  readonly body: unknown;
}

/** Texts among which every pattern of the description finds one; a new pattern may need a new one. */
const texts = [
  'sample',
  'Sample text',
  'https://other.example/hook',
  'someone@other.example',
  '123456782',
  '09:00',
  '2026-11-26',
  '/',
  '*',
  'UTC',
  'tool.view',
  'a'.repeat(43),
  'a'.repeat(64),
];

/** Makes well-formed requests for the operations of an OpenAPI description. */
export class SampleRequests {
  readonly #document: unknown;

  constructor(file: string) {
    this.#document = parse(readFileSync(file, 'utf8'));
  }

  /** A request with `known` in the place of whatever it names, in path, query and body. */
  of(method: string, path: string, known: Readonly<Record<string, string>>): SampleRequest {
    const described = this.#at(['paths', path, method.toLowerCase()]) as Described;
    const parameters = (described.parameters ?? []).map((one) => this.#resolved<Parameter>(one));
    const query = new URLSearchParams();
    let filled = path;
    for (const { name, in: place, required, schema } of parameters) {
      if (place === 'path')
        filled = filled.replace(`{${name}}`, known[name] ?? text(this.#sample(schema)));
      if (place !== 'query' || (required !== true && known[name] === undefined)) continue;
      query.set(name, known[name] ?? text(this.#sample(schema)));
    }
    const search = query.size === 0 ? '' : `?${query.toString()}`;
    return { path: filled + search, body: this.#body(described, known) };
  }

  #body(described: Described, known: Readonly<Record<string, string>>): unknown {
    const schema = this.#bodySchema(described);
    if (!schema) return undefined;
    const sample = this.#sample(schema);
    if (typeof sample !== 'object' || sample === null) return sample;
    const named = Object.entries(known).filter(([name]) => name in (schema.properties ?? {}));
    return { ...sample, ...Object.fromEntries(named) };
  }

  #bodySchema({ requestBody }: Described): Schema | null {
    if (!requestBody) return null;
    const { content } = this.#resolved<{ content: Record<string, { schema: Schema }> }>(
      requestBody,
    );
    const schema = content['application/json']?.schema;
    return schema ? this.#resolved<Schema>(schema) : null;
  }

  #sample(given: Schema): unknown {
    const schema = this.#resolved<Schema>(given);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum[0];
    const [first] = schema.oneOf ?? schema.anyOf ?? [];
    if (first) return this.#sample(first);
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => this.#sample(one)));
    const type = typeof schema.type === 'object' ? schema.type[0] : schema.type;
    switch (type) {
      case 'string':
        return sampleText(schema);
      case 'integer':
      case 'number':
        return schema.minimum ?? 1;
      case 'boolean':
        return true;
      case 'array':
        return Array.from({ length: schema.minItems ?? 0 }, () => this.#sample(schema.items ?? {}));
      default:
        return this.#object(schema);
    }
  }

  #object(schema: Schema): object {
    const { properties = {}, required = [], minProperties = 0 } = schema;
    const names = required.length < minProperties ? Object.keys(properties) : required;
    return Object.fromEntries(names.map((name) => [name, this.#sample(properties[name] ?? {})]));
  }

  /** What stands there or where it points; the description's shape is the caller's own claim. */
  #resolved<T>(given: T | { readonly $ref: string }): T {
    if (typeof given !== 'object' || given === null || !('$ref' in given)) return given;
    const { $ref } = given;
    return this.#resolved<T>(this.#at($ref.slice(2).split('/')) as T);
  }

  #at(steps: readonly string[]): unknown {
    return steps.reduce<unknown>((found, step) => {
      if (typeof found === 'object' && found !== null && step in found) {
        return (found as Record<string, unknown>)[step];
      }
      throw new Error(`The description has no ${steps.join('/')}.`);
    }, this.#document);
  }
}

function sampleText({ format, pattern, minLength = 0, maxLength = Infinity }: Schema): string {
  if (format === 'uuid') return '0b7f2d2e-6d1c-4a57-8a85-0d3c9b0f7a11';
  if (format === 'date-time') return '2026-11-26T09:00:00.000Z';
  if (format === 'date') return '2026-11-26';
  if (format === 'email') return 'someone@other.example';
  const fits = texts
    .map((one) => one.padEnd(minLength, 'a'))
    .find((one) => {
      return (
        one.length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(one))
      );
    });
  if (fits === undefined) throw new Error(`No sample for ${pattern ?? `${minLength} characters`}.`);
  return fits;
}

function text(sample: unknown): string {
  return typeof sample === 'string' ? sample : JSON.stringify(sample);
}
