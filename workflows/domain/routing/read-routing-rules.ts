import { origins } from '../session/vocabulary.js';
import { DocumentReader, type RoutingRead } from './document-reader.js';
import {
  type Condition,
  conditions,
  type RoutingRule,
  type RoutingRules,
} from './routing-rules.js';

const most = { rules: 200, values: 100 };
const longest = 120;

/** What of the desk a rule may name. */
export interface KnownPlaces {
  readonly channels: ReadonlySet<string>;
  readonly customers: ReadonlySet<string>;
  readonly sosCalls: ReadonlySet<string>;
}

/** Reads the desk's routing rules, or says everything that is wrong with them. */
export function readRoutingRules(document: unknown, known: KnownPlaces): RoutingRead<RoutingRules> {
  const reader = new DocumentReader();
  const fields = reader.object(document, '', ['rules']);
  const rules = reader.given(fields, 'rules', (rule, path) =>
    ruleFrom(reader, { rule, path, known }),
  );
  reader.atMost(most.rules, rules, '/rules', 'rules');
  reader.unique(
    rules.map(({ name }) => name),
    '/rules',
  );
  return reader.read({ rules });
}

interface GivenRule {
  readonly rule: unknown;
  readonly path: string;
  readonly known: KnownPlaces;
}

function ruleFrom(reader: DocumentReader, { rule, path, known }: GivenRule): RoutingRule {
  const fields = reader.object(rule, path, ['name', 'when', 'channel']);
  const channel = reader.text(fields['channel'], `${path}/channel`);
  if (channel !== '' && !known.channels.has(channel)) {
    const message = `there is no open channel ${channel}`;
    reader.fault(`${path}/channel`, message, 'channel-unknown', { value: channel });
  }
  return {
    name: reader.name(fields['name'], `${path}/name`, longest),
    when: whenFrom(reader, { when: fields['when'], path: `${path}/when`, known }),
    channel,
  };
}

interface GivenConditions {
  readonly when: unknown;
  readonly path: string;
  readonly known: KnownPlaces;
}

function whenFrom(
  reader: DocumentReader,
  { when, path, known }: GivenConditions,
): RoutingRule['when'] {
  const fields = reader.object(when, path, conditions);
  const given = conditions.filter((condition) => fields[condition] !== undefined);
  if (given.length === 0) {
    const message = `a rule needs a condition (${conditions.join(', ')})`;
    reader.fault(path, message, 'condition-needed');
  }
  return Object.fromEntries(
    given.map((condition) => {
      const at = `${path}/${condition}`;
      const values = valuesOf[condition](reader, fields[condition], at, known);
      if (Array.isArray(fields[condition]) && values.length === 0) {
        reader.fault(at, 'needs at least one value', 'empty');
      }
      reader.atMost(most.values, values, at, 'values');
      return [condition, values];
    }),
  );
}

type Values = (
  reader: DocumentReader,
  value: unknown,
  at: string,
  known: KnownPlaces,
) => readonly string[];

const texts: Values = (reader, value, at) =>
  reader.distinct(value, at, (item, place) => reader.text(item, place, longest));

const valuesOf: Readonly<Record<Condition, Values>> = {
  origin: (reader, value, at) =>
    reader.distinct(value, at, (item, place) => reader.word(item, place, origins) ?? ''),
  system: texts,
  department: texts,
  customer: (reader, value, at, { customers }) => reader.known(value, at, 'customer', customers),
  locale: texts,
  words: texts,
  sosCall: (reader, value, at, { sosCalls }) => reader.known(value, at, 'sos-call', sosCalls),
};
