import { DocumentReader, type RoutingRead } from './document-reader.js';
import {
  type Condition,
  conditions,
  type RoutingRule,
  type RoutingRules,
} from './routing-rules.js';

const mostRules = 200;

/** Reads the desk's routing rules, or says everything that is wrong with them. */
export function readRoutingRules(
  document: unknown,
  channels: ReadonlySet<string>,
): RoutingRead<RoutingRules> {
  const reader = new DocumentReader();
  const fields = reader.object(document, '', ['rules']);
  const rules = reader.list(fields['rules'], '/rules', (rule, path) =>
    ruleFrom(reader, { rule, path, channels }),
  );
  if (rules.length > mostRules) {
    reader.fault('/rules', `at most ${mostRules} rules`, 'too-many', { limit: mostRules });
  }
  reader.unique(
    rules.map(({ name }) => name),
    '/rules',
  );
  return reader.read({ rules });
}

interface GivenRule {
  readonly rule: unknown;
  readonly path: string;
  readonly channels: ReadonlySet<string>;
}

function ruleFrom(reader: DocumentReader, { rule, path, channels }: GivenRule): RoutingRule {
  const fields = reader.object(rule, path, ['name', 'when', 'channel']);
  const channel = reader.text(fields['channel'], `${path}/channel`);
  if (channel !== '' && !channels.has(channel)) {
    const message = `there is no open channel ${channel}`;
    reader.fault(`${path}/channel`, message, 'channel-unknown', { value: channel });
  }
  return {
    name: reader.text(fields['name'], `${path}/name`),
    when: whenFrom(reader, fields['when'], `${path}/when`),
    channel,
  };
}

function whenFrom(reader: DocumentReader, value: unknown, path: string): RoutingRule['when'] {
  const fields = reader.object(value, path, conditions);
  const given = conditions.filter((condition) => fields[condition] !== undefined);
  if (given.length === 0) {
    const message = `a rule needs a condition (${conditions.join(', ')})`;
    reader.fault(path, message, 'condition-needed');
  }
  return Object.fromEntries(
    given.map((condition) => [condition, valuesOf(reader, fields[condition], path, condition)]),
  );
}

function valuesOf(
  reader: DocumentReader,
  value: unknown,
  path: string,
  condition: Condition,
): readonly string[] {
  const at = `${path}/${condition}`;
  const values = reader.list(value, at, (item, place) => reader.text(item, place));
  if (values.length === 0) reader.fault(at, 'needs at least one value', 'empty');
  return values;
}
