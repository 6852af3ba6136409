import { FakeDesk } from '../../testing/fake-desk.js';
import { openConsole } from '../../testing/open-console.js';
import { hugo } from '../../testing/people.js';

describe('a proposed change of the policy', () => {
  const file = 'roles/channel-technician.csv';

  function deskWith(): FakeDesk {
    const desk = new FakeDesk();
    const atDesk = ['policy.read', 'policy.approve'] as const;
    desk.me = { ...desk.me, actions: { atDesk: [...atDesk], anywhere: [...atDesk] } };
    desk.policy.before = { [file]: 'action,scope\nsession.view,own\ntool.record,own\n' };
    desk.policy.files = { [file]: 'action,scope\nsession.view,own\ntool.view,own\n' };
    desk.policy.proposals.push({
      ...{ id: crypto.randomUUID(), at: new Date().toISOString(), title: 'No recording' },
      ...{ source: 'console', state: 'open', revision: 'a'.repeat(64), proposedBy: hugo },
      ...{ decidedBy: null, decidedAt: null, reason: null, stale: false },
    });
    return desk;
  }

  it('is decided on only once one has been shown its lines', async () => {
    const { desk, screen } = await openConsole('/policy/changes', deskWith());
    await screen.reads('No recording');
    await screen.reads('Policy1');
    expect(await screen.offers('Approve')).toBeFalse();
    await screen.press('Look at it and decide');
    await screen.reads('-tool.record,own');
    await screen.reads('+tool.view,own');
    await screen.press('Approve');
    await screen.reads('Approved and in force.');
    await screen.noLongerReads('Policy1');
    expect(desk.asked.some(({ path }) => path.endsWith('/approve'))).toBeTrue();
  });

  it('is shown at once to whoever comes from a notice of it', async () => {
    const desk = deskWith();
    const { screen } = await openConsole(`/policy/changes/${desk.policy.proposals[0]?.id}`, desk);
    await screen.reads('-tool.record,own');
    expect(await screen.offers('Approve')).toBeTrue();
  });
});
