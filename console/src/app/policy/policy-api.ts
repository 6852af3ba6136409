import { Injectable, inject } from '@angular/core';
import type { Operations } from '../desk/contract.js';
import { DeskLine } from '../desk/desk-line.js';

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
export type History = AnswerTo<'getPolicyHistory'>;
export type InForce = History['entries'][number];
export type TakenBack = AnswerTo<'rollBackPolicy'>;
export type Files = Policy['files'];
export type Asked = Operations['explainDecision']['parameters']['query'];

/** What can be decided on a proposal. */
export type Decision = 'vouch' | 'approve' | 'withdraw';

/** What of the desk is about the policy: reading it, trying drafts of it, and changing it by two persons. */
@Injectable({ providedIn: 'root' })
export class PolicyApi {
  readonly #line = inject(DeskLine);
  readonly #client = this.#line.client;

  policy(channel: string): Promise<Policy> {
    return this.#line.answer(this.#client.GET('/api/policy', { params: { query: { channel } } }));
  }

  matrix(channel: string): Promise<Matrix> {
    return this.#line.answer(
      this.#client.GET('/api/policy/matrix', { params: { query: { channel } } }),
    );
  }

  explain(query: Asked): Promise<Explanation> {
    return this.#line.answer(this.#client.GET('/api/policy/explanation', { params: { query } }));
  }

  check(files: Files): Promise<Findings> {
    const params = { header: this.#line.command() };
    return this.#line.answer(this.#client.POST('/api/policy/check', { params, body: { files } }));
  }

  propose(title: string, files: Files): Promise<Proposal> {
    const params = { header: this.#line.command() };
    return this.#line.answer(
      this.#client.POST('/api/policy/proposals', { params, body: { title, files } }),
    );
  }

  async proposals(): Promise<readonly Proposal[]> {
    return (await this.#line.answer(this.#client.GET('/api/policy/proposals'))).proposals;
  }

  proposal(proposal: string): Promise<ProposalDetail> {
    const params = { path: { proposal } };
    return this.#line.answer(this.#client.GET('/api/policy/proposals/{proposal}', { params }));
  }

  decide(proposal: string, decision: Decision): Promise<Proposal> {
    const params = { path: { proposal }, header: this.#line.command() };
    return this.#line.answer(
      this.#client.POST(`/api/policy/proposals/{proposal}/${decision}`, { params }),
    );
  }

  reject(proposal: string, reason: string): Promise<Proposal> {
    const params = { path: { proposal }, header: this.#line.command() };
    const body = reason.trim() === '' ? {} : { reason };
    return this.#line.answer(
      this.#client.POST('/api/policy/proposals/{proposal}/reject', { params, body }),
    );
  }

  history(): Promise<History> {
    return this.#line.answer(this.#client.GET('/api/policy/history'));
  }

  rollBack(from: number): Promise<TakenBack> {
    const params = { header: this.#line.command() };
    return this.#line.answer(this.#client.POST('/api/policy/rollback', { params, body: { from } }));
  }
}
