import { relations, type Relation } from '../../../workflows/domain/policy/roles.js';
import { type Viewer, visibleToViewer } from './visibility.js';

/** Conditions on a row `s`, and what stands behind their names. */
export interface Branches {
  readonly conditions: readonly string[];
  readonly bindings: Readonly<Record<string, unknown>>;
}

// So many indexes can be read side by side; who sees more channels than this sees much of everything.
const mostWholeChannels = 12;

/**
 * What `visibleToViewer` says, in parts: each is read from one index in the list's order, however much
 * else there is. No row is in two parts, and there is a part for every reason to see a row.
 */
export function branchesFor({ visible }: Viewer): Branches {
  const whole = visible
    .filter((channel) => relations.every((relation) => channel.relations.includes(relation)))
    .map(({ channel }) => channel);
  const inPart = (relation: Relation) =>
    visible
      .filter((one) => one.relations.includes(relation) && !whole.includes(one.channel))
      .map(({ channel }) => channel);
  const parts = { own: inPart('own'), unassigned: inPart('unassigned'), other: inPart('other') };
  const conditions = [...wholeChannels(whole), ...partly(parts)];
  return {
    conditions: conditions.length > 0 ? conditions : ['false'],
    bindings: {
      whole,
      ...Object.fromEntries(whole.map((channel, index) => [`whole${index}`, channel])),
      partOwn: parts.own,
      partUnassigned: parts.unassigned,
      partOther: parts.other,
    },
  };
}

function wholeChannels(whole: readonly string[]): readonly string[] {
  if (whole.length > mostWholeChannels) return ['s.channel = any(:whole)'];
  return whole.map((_, index) => `s.channel = :whole${index}`);
}

/** Simple conditions, whose effect Postgres can foresee: else it would rather gather and sort. */
function partly({ own, unassigned, other }: Readonly<Record<Relation, readonly string[]>>) {
  return [
    ...(unassigned.length > 0 ? ['s.assignee is null and s.channel = any(:partUnassigned)'] : []),
    ...(own.length > 0 ? ['s.assignee = :viewer and s.channel = any(:partOwn)', ownOtherwise] : []),
    ...(other.length > 0 ? [others] : []),
  ];
}

/** Why a session that is not assigned to the viewer is their own all the same. */
const ownOtherwise = `s.driver = :viewer and s.channel = any(:partOwn)
  and s.assignee is distinct from :viewer
  and (s.assignee is not null or s.channel <> all(:partUnassigned))`;

const others = `s.assignee <> :viewer and s.driver is distinct from :viewer
  and s.channel = any(:partOther)`;

/** Open sessions that somebody beside the assignee has to do with, as their index has them. */
const beside = `s.ended_at is null and (s.offered_to is not null or s.warm_channel is not null
  or s.collaborators <> '{}' or s.guests <> '{}')`;

/**
 * The part of what the viewer sees only because they are in a session beside its assignee, were asked
 * in, or are handed it; none of it has ended.
 */
export const besideBranch = `${beside} and ${visibleToViewer}
  and s.channel <> all(:whole)
  and not coalesce(s.assignee is null and s.channel = any(:partUnassigned), false)
  and not coalesce(s.assignee = :viewer and s.channel = any(:partOwn), false)
  and not coalesce(${ownOtherwise}, false)
  and not coalesce(${others}, false)`;

/** What is offered or handed to the viewer, and what they are in beside its assignee. */
export const concernsViewer = `(s.offered_to = :viewer or s.warm_technician = :viewer
  or :viewer = any(s.collaborators) or s.guests ->> :viewer is not null)`;

/** The part of what is the viewer's that they do not answer for. */
export const mineBeside = `${beside} and ${concernsViewer}
  and s.assignee is distinct from :viewer and ${visibleToViewer}`;
