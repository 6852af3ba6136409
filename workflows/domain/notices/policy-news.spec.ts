import type { Actor } from '../session/vocabulary.js';
import { type PolicyDeed, policyNews } from './policy-news.js';

describe('News of a change of the policy', () => {
  const approvers = ['mateo', 'nora', 'lena'];
  const by = (key: string): Actor => ({ kind: 'technician', key });
  const disk: Actor = { kind: 'desk', rule: 'policy-files' };
  const proposed: PolicyDeed = {
    ...{ did: 'proposed', by: by('mateo'), proposedBy: 'mateo', isOpen: true },
  };
  const told = (changes: Partial<PolicyDeed>) =>
    policyNews({ ...proposed, ...changes }, approvers).map(
      ({ technician, kind }) => `${technician}: ${kind}`,
    );

  it('is for everybody who may approve it, but not for its proposer', () => {
    expect(told({})).toEqual(['nora: policy-proposed', 'lena: policy-proposed']);
  });

  it('is for nobody once it was decided meanwhile', () => {
    expect(told({ isOpen: false })).toEqual([]);
  });

  it('from disk is for all who may approve, and again once somebody answers for it', () => {
    const files = { by: disk, proposedBy: null };
    expect(told(files).length).toBe(3);
    // The first would now say the same as the second.
    expect(told({ ...files, proposedBy: 'nora' })).toEqual([]);
    expect(told({ did: 'vouched', by: by('nora'), proposedBy: 'nora' })).toEqual([
      'mateo: policy-proposed',
      'lena: policy-proposed',
    ]);
  });

  it('tells its proposer what became of it', () => {
    const decided = { by: by('nora'), isOpen: false };
    expect(told({ ...decided, did: 'put-in-force' })).toEqual(['mateo: policy-approved']);
    expect(told({ ...decided, did: 'rejected' })).toEqual(['mateo: policy-declined']);
  });

  it('tells nobody that they took their own back, or that files nobody answers for were declined', () => {
    expect(told({ did: 'withdrawn', isOpen: false })).toEqual([]);
    expect(told({ did: 'rejected', by: by('nora'), proposedBy: null, isOpen: false })).toEqual([]);
  });
});
