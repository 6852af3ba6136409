import type { HistoryEntry } from '../../activities/policy/policy-store.js';
import type { Proposal } from '../../activities/policy/proposal-store.js';
import type { Authorizer } from '../../policies/authorize.js';
import { explain } from '../../policies/asking/explain.js';
import { targetText } from '../../policies/reading/export-organisation.js';
import { type Cell, roleMatrix, technicianMatrix } from '../../policies/asking/matrix.js';
import type { Question } from '../../policies/question.js';
import type { OtherDecision } from '../../policies/asking/replay.js';
import { actions } from '../../workflows/domain/policy/actions.js';
import type { components } from '../generated/openapi.js';
import { toInstant } from '../shown/instant.js';
import { actorOf, maybePersonOf, personOf } from '../shown/people.js';
import type { Findings } from './findings.js';
import type { PolicyHistory, TakenBack } from './policy-office.js';
import type { PolicySource } from './policy-source.js';

type Schemas = components['schemas'];

/** When and how a policy came into force. */
export function inForceView(
  authorizer: Authorizer,
  { id, at, revision, digest, source, by }: HistoryEntry,
): Schemas['PolicyInForceSince'] {
  return {
    entry: id,
    revision,
    digest,
    since: at.toISOString(),
    how: source,
    by: actorOf(authorizer, by),
  };
}

/** What was in force when, and where taking back leads. */
export function historyView(
  authorizer: Authorizer,
  { entries, back }: PolicyHistory,
): Schemas['PolicyHistory'] {
  const shown = (entry: HistoryEntry) => inForceView(authorizer, entry);
  return { entries: entries.map(shown), back: back.map(shown) };
}

/** What a taking back has come to. */
export function takenBackView(
  authorizer: Authorizer,
  { entry, insteadOf, left }: TakenBack,
): Schemas['PolicyTakenBack'] {
  const shown = inForceView(authorizer, entry);
  return { ...shown, insteadOf: inForceView(authorizer, insteadOf), left };
}

/** The policy in force, whole. */
export function policyView(authorizer: Authorizer, source: PolicySource): Schemas['Policy'] {
  const { refused } = source;
  return {
    source: source.mode,
    inForce: inForceView(authorizer, source.entry),
    files: Object.fromEntries(source.set.files),
    refused: refused && {
      since: toInstant(refused.since),
      faults: refused.faults.map((fault) => ({ ...fault })),
    },
  };
}

/** Who can do what in a channel. */
export function matrixView(authorizer: Authorizer, channel: string): Schemas['PolicyMatrix'] {
  return {
    channel,
    revision: authorizer.revision,
    actions: [...actions],
    roles: roleMatrix(authorizer).map(({ role, cells }) => ({ role, cells: scopesOf(cells) })),
    technicians: technicianMatrix(authorizer, channel).map(({ technician, cells }) => ({
      person: personOf(authorizer, technician),
      disabled: authorizer.people.technician(technician)?.disabled === true,
      cells: scopesOf(cells),
    })),
  };
}

function scopesOf(cells: readonly Cell[]): Schemas['PolicyCells'] {
  return cells.map(({ scopes }) => [...scopes]);
}

/** One decision with all that it rests on. */
export function explanationView(
  authorizer: Authorizer,
  question: Question,
): Schemas['DecisionExplanation'] {
  const { decision, roles, grants, switches } = explain(authorizer, question);
  return {
    allowed: decision.allowed,
    reason: decision.allowed ? null : decision.reason,
    rule: decision.rule,
    grantedBy: decision.allowed ? [] : [...decision.grantedBy],
    revision: decision.revision,
    roles: roles.map(({ role, in: place, to }) => ({ role, in: place, by: targetText(to) })),
    grants: grants.map(({ source, role, scope }) => ({ source, role, scope })),
    switches: switches.map(({ said, heard }) => {
      return { for: targetText(said.for), set: said.set, heard };
    }),
  };
}

/** What a change would do. */
export function findingsView(
  authorizer: Authorizer,
  { rules, decisions, differences, differenceCount, replay }: Findings,
  revision: string,
): Schemas['PolicyFindings'] {
  const { since, asked, different, differentCount } = replay;
  return {
    revision,
    rules,
    decisions,
    differences: differences.map(({ technician, channels, ...difference }) => {
      return { ...difference, channels: [...channels], person: personOf(authorizer, technician) };
    }),
    differenceCount,
    replay: {
      since: toInstant(since),
      asked,
      different: different.map((one) => otherDecision(authorizer, one)),
      differentCount,
    },
  };
}

function otherDecision(
  authorizer: Authorizer,
  { recorded, rule }: OtherDecision,
): Schemas['OtherDecision'] {
  const { technician, channel, action, relation } = recorded.question;
  return {
    person: personOf(authorizer, technician),
    channel,
    action,
    relation,
    was: recorded.allowed ? 'allow' : 'deny',
    rule,
    times: recorded.times,
    lastAt: toInstant(recorded.lastAt),
    revision: recorded.revision,
  };
}

/** A proposed change; `inForce` is the digest of what is in force now. */
export function proposalView(
  authorizer: Authorizer,
  proposal: Proposal,
  inForce: string,
): Schemas['PolicyProposal'] {
  const { id, title, source, state, revision, reason, decidedAt } = proposal;
  return {
    id,
    at: proposal.at.toISOString(),
    title,
    source,
    state,
    revision,
    proposedBy: maybePersonOf(authorizer, proposal.proposedBy),
    decidedBy: maybePersonOf(authorizer, proposal.decidedBy),
    decidedAt: decidedAt?.toISOString() ?? null,
    reason,
    stale: state === 'open' && proposal.base !== inForce,
  };
}
