import { stepOfRule } from '../sla/step-key.js';
import {
  type ChannelRouting,
  type EscalationRule,
  escalationOccasions,
  openQueue,
  routingModes,
  type RoutingTier,
} from './channel-routing.js';
import { DocumentReader, type RoutingRead } from './document-reader.js';

/** The people whom a channel's routing may name. */
export interface KnownPeople {
  readonly groups: ReadonlySet<string>;
  readonly technicians: ReadonlySet<string>;
}

/** As many tiers and rules as make sense to a person who reads them. */
const most = { tiers: 10, escalation: 10, people: 200 };
const day = 86_400;

/** Reads a channel's routing, or says everything that is wrong with it. */
export function readChannelRouting(
  document: unknown,
  people: KnownPeople,
): RoutingRead<ChannelRouting> {
  const reader = new DocumentReader();
  const fields = reader.object(document, '', [
    'mode',
    'offerSeconds',
    'absentSeconds',
    'tiers',
    'escalation',
    // The desk's own words on what it keeps come back with it, and are worked out anew.
    'remarks',
  ]);
  const tiers = reader.list(fields['tiers'], '/tiers', (tier, path) =>
    tierFrom(reader, { tier, path, people }),
  );
  const escalation = reader.list(fields['escalation'], '/escalation', (rule, path) =>
    ruleFrom(reader, rule, path),
  );
  reader.atMost(most.tiers, tiers, '/tiers', 'tiers');
  reader.atMost(most.escalation, escalation, '/escalation', 'rules');
  reader.unique(
    escalation.map(({ name }) => name),
    '/escalation',
  );
  return reader.read({
    mode: reader.word(fields['mode'], '/mode', routingModes) ?? openQueue.mode,
    offerSeconds: reader.seconds(fields['offerSeconds'], '/offerSeconds', {
      least: 10,
      most: 3_600,
      usual: openQueue.offerSeconds,
    }),
    absentSeconds: reader.seconds(fields['absentSeconds'], '/absentSeconds', {
      least: 60,
      most: day,
      usual: openQueue.absentSeconds,
    }),
    tiers,
    escalation,
  });
}

interface GivenTier {
  readonly tier: unknown;
  readonly path: string;
  readonly people: KnownPeople;
}

function tierFrom(reader: DocumentReader, { tier, path, people }: GivenTier): RoutingTier {
  const fields = reader.object(tier, path, ['groups', 'technicians', 'waitSeconds']);
  const groups = reader.known(fields['groups'], `${path}/groups`, 'group', people.groups);
  const technicians = reader.known(
    fields['technicians'],
    `${path}/technicians`,
    'technician',
    people.technicians,
  );
  const named = [...groups, ...technicians];
  if (named.length === 0) {
    reader.fault(path, 'a tier needs a group or a technician', 'nobody-named');
  }
  reader.atMost(most.people, named, path, 'groups and technicians');
  const waitSeconds = reader.seconds(fields['waitSeconds'], `${path}/waitSeconds`, {
    least: 0,
    most: day,
  });
  return { groups, technicians, waitSeconds };
}

function ruleFrom(reader: DocumentReader, rule: unknown, path: string): EscalationRule {
  const fields = reader.object(rule, path, ['name', 'when', 'afterSeconds']);
  return {
    name: ruleNameFrom(reader, fields['name'], `${path}/name`),
    when: reader.word(fields['when'], `${path}/when`, escalationOccasions) ?? 'unclaimed',
    afterSeconds: reader.seconds(fields['afterSeconds'], `${path}/afterSeconds`, {
      least: 1,
      most: 7 * day,
    }),
  };
}

/** What a rule raises is told by its name, so none may be taken for a step of a promise. */
function ruleNameFrom(reader: DocumentReader, value: unknown, path: string): string {
  const name = reader.name(value, path, 64);
  if (stepOfRule(name)) {
    reader.fault(path, 'is what the desk calls a step of a promise', 'name-reserved');
  }
  return name;
}
