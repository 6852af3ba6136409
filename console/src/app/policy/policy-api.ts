import { Injectable, inject } from '@angular/core';
import createClient from 'openapi-fetch';
import type { Operations, Paths } from '../desk/contract.js';
import { DESK_FETCH } from '../desk/desk-fetch.js';
import { problemFrom, unreachable } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';

type AnswerTo<Id extends keyof Operations> = Operations[Id] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type Policy = AnswerTo<'getPolicy'>;
export type Matrix = AnswerTo<'getPolicyMatrix'>;
export type Explanation = AnswerTo<'explainDecision'>;
export type Findings = AnswerTo<'checkPolicyDraft'>;
export type Proposal = AnswerTo<'listPolicyProposals'>['proposals'][number];
export type ProposalDetail = AnswerTo<'getPolicyProposal'>;
export type InForce = AnswerTo<'getPolicyHistory'>['entries'][number];
export type Files = Policy['files'];
export type Asked = Operations['explainDecision']['parameters']['query'];

/** What can be decided on a proposal. */
export type Decision = 'vouch' | 'approve' | 'withdraw';

interface Outcome<Answer> {
  readonly data?: Answer | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** What of the desk is about the policy: reading it, trying drafts of it, and changing it by two persons. */
@Injectable({ providedIn: 'root' })
export class PolicyApi {
  readonly #desk = inject(MyDesk);
  readonly #client = createClient<Paths>({
    baseUrl: location.origin,
    fetch: inject(DESK_FETCH),
    credentials: 'same-origin',
  });

  policy(channel: string): Promise<Policy> {
    return answerOf(this.#client.GET('/api/policy', { params: { query: { channel } } }));
  }

  matrix(channel: string): Promise<Matrix> {
    return answerOf(this.#client.GET('/api/policy/matrix', { params: { query: { channel } } }));
  }

  explain(query: Asked): Promise<Explanation> {
    return answerOf(this.#client.GET('/api/policy/explanation', { params: { query } }));
  }

  check(files: Files): Promise<Findings> {
    const params = { header: this.#command() };
    return answerOf(this.#client.POST('/api/policy/check', { params, body: { files } }));
  }

  propose(title: string, files: Files): Promise<Proposal> {
    const params = { header: this.#command() };
    return answerOf(this.#client.POST('/api/policy/proposals', { params, body: { title, files } }));
  }

  async proposals(): Promise<readonly Proposal[]> {
    return (await answerOf(this.#client.GET('/api/policy/proposals'))).proposals;
  }

  proposal(proposal: string): Promise<ProposalDetail> {
    const params = { path: { proposal } };
    return answerOf(this.#client.GET('/api/policy/proposals/{proposal}', { params }));
  }

  decide(proposal: string, decision: Decision): Promise<Proposal> {
    const params = { path: { proposal }, header: this.#command() };
    return answerOf(this.#client.POST(`/api/policy/proposals/{proposal}/${decision}`, { params }));
  }

  reject(proposal: string, reason: string): Promise<Proposal> {
    const params = { path: { proposal }, header: this.#command() };
    const body = reason.trim() === '' ? {} : { reason };
    return answerOf(this.#client.POST('/api/policy/proposals/{proposal}/reject', { params, body }));
  }

  async history(): Promise<readonly InForce[]> {
    return (await answerOf(this.#client.GET('/api/policy/history'))).entries;
  }

  rollBack(from: number): Promise<InForce> {
    const params = { header: this.#command() };
    return answerOf(this.#client.POST('/api/policy/rollback', { params, body: { from } }));
  }

  #command() {
    const token = this.#desk.me()?.csrfToken ?? '';
    return { 'X-CSRF-Token': token, 'Idempotency-Key': crypto.randomUUID() };
  }
}

async function answerOf<Answer>(call: Promise<Outcome<Answer>>): Promise<Answer> {
  const { data, error, response } = await call.catch((): never => {
    // `fetch` rejects only when nobody answered.
    throw unreachable();
  });
  if (data === undefined) throw problemFrom(error, response.status);
  return data;
}
