import { createAuthorizer, type Authorizer } from '../policies/authorize.js';
import type { Question } from '../policies/question.js';
import { readPolicySet } from '../policies/reading/read-policy-set.js';
import { actions } from '../workflows/domain/policy/actions.js';
import { relations } from '../workflows/domain/policy/roles.js';
import { largeOrganisation } from './large-organisation.js';

/** What a policy decision costs in a large organisation (P10); times in milliseconds. */
export interface PolicyDecisions {
  readonly decisions: number;
  readonly allowed: number;
  readonly p50: number;
  readonly p99: number;
  /** Building everything anew, as after a change of policy or organisation. */
  readonly build: number;
  /** Everything that a technician may do to each of 50 rows of a list, asked for the first time. */
  readonly listOf50: number;
}

/** Takes decisions about technicians where they work and where they do not, each timed by itself. */
export async function measurePolicyDecisions(decisions = 50_000): Promise<PolicyDecisions> {
  const policy = readPolicySet();
  if (!policy.ok) throw new Error('The policy that comes with Mayday has faults.');
  const organisation = largeOrganisation();
  const began = performance.now();
  const authorizer = await createAuthorizer(policy.value, organisation);
  const build = performance.now() - began;
  const draw = drawing();
  const questions = Array.from({ length: decisions }, () => question(authorizer, draw));
  for (const asked of questions.slice(0, 10_000)) authorizer.decide(asked); // Warms up.
  let allowed = 0;
  const times = questions.map((asked) => {
    const start = performance.now();
    if (authorizer.decide(asked).allowed) allowed += 1;
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? NaN;
  return { decisions, allowed, p50: at(0.5), p99: at(0.99), build, listOf50: list(authorizer) };
}

/** Two in three are asked where the technician holds a role, as in real work. */
function question({ people }: Authorizer, draw: Draw): Question {
  const { technicians, channels } = people.organisation;
  const technician = draw(technicians)?.key ?? '';
  const own = draw(people.rolesOf(technician))?.in;
  const anywhere = draw(channels)?.key ?? '*';
  return {
    technician,
    channel: draw([own, own, anywhere]) ?? anywhere,
    action: draw(actions) ?? 'session.view',
    relation: draw(relations) ?? 'own',
  };
}

type Draw = <T>(from: readonly T[]) => T | undefined;

/** Draws the same things in every run, by a linear congruential generator. */
function drawing(): Draw {
  let state = 42n;
  return (from) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return from[Number((state >> 33n) % BigInt(Math.max(from.length, 1)))];
  };
}

function list(authorizer: Authorizer): number {
  const rows = Array.from({ length: 50 }, (_, index) => index);
  const began = performance.now();
  for (const row of rows) {
    authorizer.abilities('technician-900', `channel-${row}`, relations[row % 3] ?? 'own');
  }
  return performance.now() - began;
}
