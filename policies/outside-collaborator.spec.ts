import { mayApprove } from './four-eyes.js';
import { invitableActions, outsiderMay, type OutsideQuestion } from './outside-collaborator.js';

const invitation = {
  sessionId: 's1',
  technician: 'hugo',
  actions: invitableActions(['tool.view', 'tool.chat', 'tool.elevate'], ['tool.view', 'tool.chat']),
  until: 1_000,
};
const asked: OutsideQuestion = {
  sessionId: 's1',
  technician: 'hugo',
  disabled: false,
  action: 'tool.view',
  now: 999,
};

describe('A collaborator from outside the channel', () => {
  it('may do what the invitation lists and the inviter could use', () => {
    expect(outsiderMay(invitation, asked)).toBeTrue();
    expect(outsiderMay(invitation, { ...asked, action: 'tool.chat' })).toBeTrue();
  });

  it('may not do what the inviter could not use, or what is not listed', () => {
    expect(outsiderMay(invitation, { ...asked, action: 'tool.elevate' })).toBeFalse();
    expect(outsiderMay(invitation, { ...asked, action: 'session.close' })).toBeFalse();
  });

  it('may do nothing from the time of the invitation on', () => {
    expect(outsiderMay(invitation, { ...asked, now: 1_000 })).toBeFalse();
  });

  it('may do nothing in another session, as another person or when disabled', () => {
    expect(outsiderMay(invitation, { ...asked, sessionId: 's2' })).toBeFalse();
    expect(outsiderMay(invitation, { ...asked, technician: 'greta' })).toBeFalse();
    expect(outsiderMay(invitation, { ...asked, disabled: true })).toBeFalse();
  });
});

describe('A change of the policy', () => {
  it('is never approved by whoever proposed it', () => {
    expect(mayApprove('nora', 'nora')).toBeFalse();
    expect(mayApprove('nora', 'mateo')).toBeTrue();
  });
});
