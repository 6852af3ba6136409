import { createAuthorizer, type Authorizer } from '../../policies/authorize.js';
import { askAll } from '../../policies/asking/ask.js';
import { checkExpected } from '../../policies/asking/check-expected.js';
import { comparePolicies, type Difference } from '../../policies/asking/compare-policies.js';
import { nearest, unknown } from '../../policies/reading/nearest.js';
import { explain, explanationLines } from '../../policies/asking/explain.js';
import type { Organisation } from '../../policies/organisation.js';
import type { PolicySet } from '../../policies/policy-set.js';
import type { Question } from '../../policies/question.js';
import { whoCan } from '../../policies/asking/who-can.js';
import { actions, isAction, type Action } from '../../workflows/domain/policy/actions.js';
import { desk, isRelation, relations, type Relation } from '../../workflows/domain/policy/roles.js';
import { DeskFailure, faulty, UnknownName } from './desk-failure.js';
import { placedIn, type InputFiles } from './input-files.js';

/** Which policy is asked about which organisation; the policy's own expected one unless told. */
export interface Sources {
  readonly policy: string;
  readonly organisation?: string;
}

/** Answers what the command line asks about the policy; each answer is the whole text to print. */
export class PolicyAnswers {
  readonly #files: InputFiles;

  constructor(files: InputFiles) {
    this.#files = files;
  }

  async ask(organisation: string, questions: string, policy: string): Promise<string> {
    const asked = this.#files.questions(questions);
    return askAll(await this.#authorizer({ policy, organisation }), asked);
  }

  async check(directory: string): Promise<string> {
    const policy = this.#files.policy(directory);
    const faults = await checkExpected(policy);
    if (faults.length > 0) throw faulty(placedIn(directory, faults));
    const decisions = policy.expected.reduce((sum, { questions }) => sum + questions.length, 0);
    const rules = policy.grants.length + policy.switches.length;
    return `${directory}: ${rules} rules, ${decisions} decisions as expected, ${policy.revision}\n`;
  }

  async explain(question: Question, sources: Sources): Promise<string> {
    const authorizer = await this.#authorizer(sources);
    refuseSlips(authorizer, question);
    const explanation = explain(authorizer, question);
    return text(explanationLines(explanation));
  }

  async whoCan(asked: Omit<Question, 'technician'>, sources: Sources): Promise<string> {
    const authorizer = await this.#authorizer(sources);
    const channels = channelsOf(authorizer);
    if (!channels.includes(asked.channel)) {
      throw new UnknownName([unknown(asked.channel, 'a channel', channels)]);
    }
    return text(whoCan(authorizer, asked));
  }

  /** Each side is a policy's directory, or an organisation asked by the policy of `sources`. */
  async diff(before: string, after: string, sources: Sources): Promise<string> {
    const old = await this.#side(before, sources);
    const differences = comparePolicies(old, await this.#side(after, sources));
    return differences.length === 0
      ? 'Nobody gains or loses anything.\n'
      : text(lines(differences));
  }

  async #side(path: string, sources: Sources): Promise<Authorizer> {
    if (!this.#files.isDirectory(path)) {
      return this.#authorizer({ ...sources, organisation: path });
    }
    return this.#authorizer({ ...sources, policy: path });
  }

  async #authorizer({ policy, organisation }: Sources): Promise<Authorizer> {
    const set = this.#files.policy(policy);
    const asked =
      organisation === undefined ? expected(set, policy) : this.#files.organisation(organisation);
    return createAuthorizer(set, asked);
  }
}

/** Reads the words of a question as they stand on a command line. */
export function questionFrom(
  channel: string,
  action: string,
  relation: string,
): { channel: string; action: Action; relation: Relation } {
  if (!isAction(action)) throw new UnknownName([unknown(action, 'an action', actions)]);
  if (!isRelation(relation)) {
    throw new UnknownName([`"${relation}" is not a relation (${relations.join(', ')})`]);
  }
  return { channel, action, relation };
}

/** A name like one that there is was probably meant to be that one; any other may be there one day. */
function refuseSlips(authorizer: Authorizer, { technician, channel }: Question): void {
  const { technicians } = authorizer.people.organisation;
  const people = technicians.map(({ key }) => key);
  const slips = [
    ...slip(channel, 'a channel', channelsOf(authorizer)),
    ...slip(technician, 'a technician', people),
  ];
  if (slips.length > 0) throw new UnknownName(slips);
}

function slip(word: string, what: string, known: readonly string[]): string[] {
  const isSlip = !known.includes(word) && nearest(word, known) !== null;
  return isSlip ? [unknown(word, what, known)] : [];
}

function channelsOf({ people }: Authorizer): string[] {
  return [desk, ...people.organisation.channels.map(({ key }) => key)];
}

function expected(set: PolicySet, directory: string): Organisation {
  const first = set.expected[0];
  if (first !== undefined) return first.organisation;
  throw new DeskFailure([`${directory} expects nothing of any organisation: name one`]);
}

/** One line for what somebody gains or loses in the same places, whatever the relation. */
function lines(differences: readonly Difference[]): string[] {
  const together = Map.groupBy(differences, ({ technician, change, action, channels }) =>
    JSON.stringify([technician, change, action, channels]),
  );
  return [...together.values()].flatMap((same) => {
    const relationsOf = same.map(({ relation }) => relation).join(', ');
    return same.slice(0, 1).map(({ technician, change, action, channels }) => {
      return `${technician} ${change} ${action} (${relationsOf}) in ${channels.join(', ')}`;
    });
  });
}

function text(shown: readonly string[]): string {
  return shown.map((line) => `${line}\n`).join('');
}
