import { mayClaimIn } from '../../activities/routing/staff-snapshot.js';
import { createAuthorizer, type Authorizer } from '../../policies/authorize.js';
import type { Organisation } from '../../policies/organisation.js';
import { type ChannelRouting, openQueue } from '../../workflows/domain/routing/channel-routing.js';
import { chooseChannel } from '../../workflows/domain/routing/choose-channel.js';
import {
  DocumentReader,
  type RoutingRead,
} from '../../workflows/domain/routing/document-reader.js';
import { nextOffer, type RoutingStep } from '../../workflows/domain/routing/next-offer.js';
import { readChannelRouting } from '../../workflows/domain/routing/read-channel-routing.js';
import {
  type KnownPlaces,
  readRoutingRules,
} from '../../workflows/domain/routing/read-routing-rules.js';
import { routingRemarks } from '../../workflows/domain/routing/routing-remarks.js';
import type { RequestFacts, RoutingRules } from '../../workflows/domain/routing/routing-rules.js';
import type { StaffMember } from '../../workflows/domain/routing/staff.js';
import { DeskFailure } from './desk-failure.js';
import type { InputFiles } from './input-files.js';
import {
  readKnownPeople,
  readRoutingRequest,
  readSosCallIds,
  type TriedMember,
} from './read-routing-request.js';

/** The files that a request is tried against. */
export interface RoutingSources {
  readonly policy: string;
  readonly organisation: string;
  readonly routing: string;
  /** What the people can, speak and have room for, and which customers there are. */
  readonly people: string;
  /** The SOS Calls that a rule can name. */
  readonly sosCalls: string;
}

interface Routing {
  readonly rules: RoutingRules;
  readonly channels: ReadonlyMap<string, ChannelRouting>;
}

/** Answers what the command line asks about routing: where a request would go, to whom, and why. */
export class RoutingAnswers {
  readonly #files: InputFiles;

  constructor(files: InputFiles) {
    this.#files = files;
  }

  /** As JSON: the channel with the reasons, what the desk would do first, and everybody weighed. */
  async try(request: string, sources: RoutingSources): Promise<string> {
    const organisation = this.#files.organisation(sources.organisation);
    const { facts, staff } = valueIn(request, readRoutingRequest(this.#json(request)));
    const known = valueIn(sources.people, readKnownPeople(this.#json(sources.people)));
    const sosCalls = valueIn(sources.sosCalls, readSosCallIds(this.#json(sources.sosCalls)));
    const places = { customers: known.customers, sosCalls };
    const routing = this.#routing(sources.routing, organisation, places);
    const keys = organisation.channels.map(({ key }) => key);
    const usual = keys.includes('general') ? 'general' : (keys[0] ?? '');
    const choice = chooseChannel(routing.rules, facts, { keys, default: usual });
    const inChannel = routing.channels.get(choice.channel) ?? openQueue;
    const authorizer = await createAuthorizer(this.#files.policy(sources.policy), organisation);
    const members = membersOf(authorizer, choice.channel, (key) => ({
      ...known.technicians.get(key),
      ...staff.get(key),
    }));
    const { why, ...step } = nextOffer(inChannel, members, queuedFrom(facts), 0);
    const answer = {
      channel: choice.channel,
      rule: choice.rule === null ? null : (routing.rules.rules[choice.rule]?.name ?? null),
      why: choice.why,
      mode: inChannel.mode,
      step: shown(step),
      remarks: routingRemarks(inChannel, members),
      people: why,
    };
    return `${JSON.stringify(answer, null, 2)}\n`;
  }

  #routing(
    path: string,
    { channels, groups, technicians }: Organisation,
    places: Omit<KnownPlaces, 'channels'>,
  ): Routing {
    const document = this.#json(path);
    const reader = new DocumentReader();
    const fields = reader.object(document, '', ['rules', 'channels']);
    const known = { ...places, channels: new Set(channels.map(({ key }) => key)) };
    const people = {
      groups: new Set(groups.map(({ key }) => key)),
      technicians: new Set(technicians.map(({ key }) => key)),
    };
    const rules = valueIn(path, readRoutingRules(fields['rules'] ?? { rules: [] }, known));
    const routings = reader.list(fields['channels'], '/channels', (item, at) => {
      const given = reader.object(item, at, ['channel', 'routing']);
      const channel = reader.text(given['channel'], `${at}/channel`);
      return [channel, valueIn(path, readChannelRouting(given['routing'], people))] as const;
    });
    return valueIn(path, reader.read({ rules, channels: new Map(routings) }));
  }

  #json(path: string): unknown {
    try {
      return JSON.parse(this.#files.text(path));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new DeskFailure([`${path}: ${error.message}`]);
    }
  }
}

function valueIn<T>(file: string, read: RoutingRead<T>): T {
  if (read.ok) return read.value;
  throw new DeskFailure(
    read.faults.map(({ path, message }) => `${file}: ${path === '' ? '/' : path} ${message}`),
  );
}

function membersOf(
  authorizer: Authorizer,
  channel: string,
  given: (key: string) => TriedMember,
): readonly StaffMember[] {
  const { people } = authorizer;
  return people.organisation.technicians.map(({ key, disabled }) => ({
    ...there,
    key,
    disabled,
    groups: people.groupsOf(key).map((group) => group.key),
    mayClaim: mayClaimIn(authorizer, channel, key),
    ...given(key),
  }));
}

const there = {
  available: true,
  present: true,
  load: 0,
  capacity: 3,
  skills: [],
  languages: [],
  lastTurnAt: null,
} as const;

/** The session that such a request would begin, at its first moment in the queue. */
function queuedFrom({ words: subject, locale: language, system, ...facts }: RequestFacts) {
  const { customer, department } = facts;
  const requester = { name: '', address: null, language, customer, department };
  return { queuedSince: 0, tier: 0, declined: [], group: null, subject, requester, system };
}

type Shown = Omit<RoutingStep, 'why'>;

function shown(
  step: Shown,
): Shown | { readonly kind: 'wait'; readonly waitSeconds: number | null } {
  if (!('until' in step)) return step;
  const { until } = step as { readonly until: number | null };
  return { kind: 'wait', waitSeconds: until === null ? null : until / 1_000 };
}
