import { completed, isComplete } from './completed.js';
import { fold } from './evolve.js';
import type { SessionEvent } from './events.js';
import { begin, user } from './story-testing.js';

describe('A session that the first version stored', () => {
  const requested: SessionEvent = {
    type: 'requested',
    sessionId: 'an-old-session',
    origin: 'invitation',
    subject: 'The printer prints blank pages',
    channel: 'general',
    priority: 'normal',
    requester: { name: 'Noor Rahman', address: null, language: 'en', customer: null },
    assignee: null,
    startBy: begin + 1_000,
    terms: { reconnectGraceMs: 1_000, consentTimeoutMs: 1_000, reopenWindowMs: 1_000 },
    sequence: 1,
    at: begin,
    by: user,
  };

  it('folds with what was not known then left open', () => {
    expect(fold(null, [requested])).toEqual(
      jasmine.objectContaining({
        ticket: null,
        sosCall: null,
        requesterId: null,
        offer: null,
        collaborators: [],
        queuedSince: begin,
      }),
    );
  });

  it('is completed to what its events amount to', () => {
    const folded = fold(null, [requested]);
    if (!folded) throw new Error('A request makes a session.');
    const { ticket, sosCall, requesterId, group, queuedSince, tier, ...older } = folded;
    const { offer, declined, transfer, collaborators, escalations, ...known } = older;
    const { slaSteps, claimedAt, ...stored } = known;
    expect(isComplete(stored)).toBeFalse();
    expect(completed(stored)).toEqual(folded);
    expect([ticket, sosCall, requesterId, group, offer, transfer]).toEqual(Array(6).fill(null));
    expect([tier, queuedSince, declined, collaborators]).toEqual([0, begin, [], []]);
    expect([escalations, slaSteps, claimedAt]).toEqual([[], [], null]);
  });
});
