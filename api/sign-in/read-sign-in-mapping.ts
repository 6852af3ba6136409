import type { MappedValue, SignInMapping } from '../../activities/directory/sign-in-mapping.js';
import type { Read } from '../../policies/reading/fault.js';
import type { Path } from '../../policies/reading/json-document.js';
import { type JsonReader, quoted, readJsonWith } from '../../policies/reading/json-reader.js';
import { isRole } from '../../workflows/domain/policy/roles.js';

/** Reads which groups of the identity provider are worth what here; every fault comes with its line. */
export function readSignInMapping(file: string, text: string): Read<SignInMapping> {
  return readJsonWith(file, text, (reader) => {
    const top = reader.closedObject(reader.top, [], ['claim', 'map']);
    const claim = top['claim'] ?? 'groups';
    if (typeof claim !== 'string' || claim === '') {
      reader.fault(['claim'], `${quoted(claim)} is not the name of a claim`);
    }
    return {
      claim: typeof claim === 'string' ? claim : '',
      values: reader.list(top, ['map'], (value, path) => mappedValue(reader, value, path)),
    };
  });
}

function mappedValue(reader: JsonReader, found: unknown, path: Path): MappedValue | null {
  const fields = reader.closedObject(found, path, ['value', 'groups', 'roles']);
  const { value } = fields;
  if (typeof value !== 'string' || value === '') {
    return reader.fault([...path, 'value'], `${quoted(value)} is not a value of the claim`);
  }
  return {
    value,
    groups: reader.list(fields, [...path, 'groups'], (group, at) =>
      typeof group === 'string'
        ? group
        : reader.fault(at, `${quoted(group)} is not the key of a group`),
    ),
    roles: reader.list(fields, [...path, 'roles'], (role, at) => mappedRole(reader, role, at)),
  };
}

function mappedRole(
  reader: JsonReader,
  found: unknown,
  path: Path,
): MappedValue['roles'][number] | null {
  const { role, in: place } = reader.closedObject(found, path, ['role', 'in']);
  if (typeof role !== 'string' || !isRole(role)) {
    return reader.fault([...path, 'role'], `${quoted(role)} is not a role`);
  }
  if (typeof place !== 'string' || place === '') {
    return reader.fault([...path, 'in'], `${quoted(place)} is neither a channel nor "*"`);
  }
  return { role, in: place };
}
