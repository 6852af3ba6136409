import {
  DocumentReader,
  type RoutingRead,
} from '../../workflows/domain/routing/document-reader.js';
import type { RequestFacts } from '../../workflows/domain/routing/routing-rules.js';
import type { StaffMember } from '../../workflows/domain/routing/staff.js';
import { origins } from '../../workflows/domain/session/vocabulary.js';

/** How somebody is in a try-out; what is left out is as for somebody who is there and free. */
export type TriedMember = Partial<
  Pick<StaffMember, 'available' | 'present' | 'load' | 'capacity' | 'skills' | 'languages'>
>;

/** A request that is tried, and who is there while it is. */
export interface RoutingRequest {
  readonly facts: RequestFacts;
  readonly staff: ReadonlyMap<string, TriedMember>;
}

const factNames = ['system', 'department', 'customer', 'locale', 'sosCall', 'channel'] as const;
const memberNames = ['available', 'present', 'load', 'capacity', 'skills', 'languages'] as const;

/** Reads a request to be tried, or says everything that is wrong with it. */
export function readRoutingRequest(document: unknown) {
  const reader = new DocumentReader();
  const fields = reader.object(document, '', ['origin', 'words', 'staff', ...factNames]);
  const optional = (name: string): string | null =>
    fields[name] === undefined ? null : reader.text(fields[name], `/${name}`);
  const facts: RequestFacts = {
    origin: reader.word(fields['origin'] ?? 'sos-call', '/origin', origins) ?? 'sos-call',
    words: optional('words') ?? '',
    system: optional('system'),
    department: optional('department'),
    customer: optional('customer'),
    locale: optional('locale'),
    sosCall: optional('sosCall'),
    channel: optional('channel'),
  };
  const staff = new Map<string, TriedMember>();
  const given = fields['staff'] ?? {};
  const members = reader.object(given, '/staff', Object.keys(given));
  for (const [key, member] of Object.entries(members)) {
    staff.set(key, memberFrom(reader, member, `/staff/${key}`));
  }
  return reader.read<RoutingRequest>({ facts, staff });
}

/** What a directory's file knows: what its technicians can, speak and have room for, and the keys of its customers. */
export interface KnownDirectory {
  readonly technicians: ReadonlyMap<string, TriedMember>;
  readonly customers: ReadonlySet<string>;
}

/** Reads what a directory's file knows. */
export function readKnownPeople(document: unknown): RoutingRead<KnownDirectory> {
  const reader = new DocumentReader();
  const parts = ['channels', 'groups', 'technicians', 'customers', 'requesters'];
  const { technicians, customers } = reader.object(document, '', parts);
  const known = reader.list(technicians, '/technicians', (item, path) => {
    const fields = reader.object(item, path, ['key', 'skills', 'languages', 'capacity']);
    const key = reader.text(fields['key'], `${path}/key`);
    return [key, factsIn(reader, fields, path)] as const;
  });
  const keys = reader.list(customers, '/customers', (item, path) =>
    reader.text(reader.object(item, path, ['key', 'name'])['key'], `${path}/key`),
  );
  return reader.read({ technicians: new Map(known), customers: new Set(keys) });
}

/** Reads the ids of a file of SOS Calls; what else stands in it is of no interest here. */
export function readSosCallIds(document: unknown): RoutingRead<ReadonlySet<string>> {
  const reader = new DocumentReader();
  const ids = reader.list(document, '', (item, path) => {
    const { id } = item as { readonly id?: unknown };
    return reader.text(id, `${path}/id`);
  });
  return reader.read(new Set(ids));
}

function memberFrom(reader: DocumentReader, member: unknown, path: string): TriedMember {
  return factsIn(reader, reader.object(member, path, memberNames), path);
}

function factsIn(reader: DocumentReader, fields: Fields, path: string): TriedMember {
  return {
    ...flags(reader, fields, path),
    ...counts(reader, fields, path),
    ...texts(reader, fields, path),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function flags(reader: DocumentReader, fields: Fields, path: string): TriedMember {
  const found: Record<string, boolean> = {};
  for (const name of ['available', 'present']) {
    const value = fields[name];
    if (typeof value === 'boolean') found[name] = value;
    else if (value !== undefined) reader.fault(`${path}/${name}`, 'must be true or false');
  }
  return found;
}

function texts(reader: DocumentReader, fields: Fields, path: string): TriedMember {
  const named = (['skills', 'languages'] as const).filter((name) => fields[name] !== undefined);
  const read = named.map((name) => [
    name,
    reader.list(fields[name], `${path}/${name}`, (item, at) => reader.text(item, at)),
  ]);
  return Object.fromEntries(read) as Pick<TriedMember, 'skills' | 'languages'>;
}

function counts(reader: DocumentReader, fields: Fields, path: string): TriedMember {
  const found: Record<string, number> = {};
  for (const [name, least] of [
    ['load', 0],
    ['capacity', 1],
  ] as const) {
    const value = fields[name];
    if (value === undefined) continue;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least) found[name] = value;
    else reader.fault(`${path}/${name}`, `must be a whole number from ${least} on`);
  }
  return found;
}
