import { FakeDesk } from '../../testing/fake-desk.js';
import { forbid } from '../../testing/forbid.js';
import { openConsole } from '../../testing/open-console.js';
import { until } from '../../testing/until.js';
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

  it('is taken back to what one was told before, and the answer says from where and what is left', async () => {
    const desk = deskWith();
    const by = { kind: 'desk' } as const;
    desk.policy.earlier = ['d', 'e'].map((letter, index) => ({
      ...{ entry: -index, revision: letter.repeat(64), digest: letter.repeat(64), by },
      ...{ since: `2026-11-0${index + 1}T09:00:00.000Z`, how: 'files' },
    }));
    const { screen } = await openConsole('/policy/changes', desk);
    await screen.press('Take back');
    await screen.reads(`Back to ${'d'.repeat(12)} of Nov 1, 2026`);
    await screen.press('Press again to take back');
    await screen.reads(`Taken back from ${'b'.repeat(12)} to ${'d'.repeat(12)}.`);
    await screen.reads('One policy before it can still be taken back to.');
    await screen.press('Take back');
    await screen.press('Press again to take back');
    await screen.reads(`Taken back from ${'d'.repeat(12)} to ${'e'.repeat(12)}.`);
    await screen.reads('Nothing is left to take back to.');
    await screen.noLongerReads('Press again to take back');
    await until('there is nothing to press', async () => !(await screen.offers('Take back')));
  });

  it('is not said to be missing where the policy lets nobody see it', async () => {
    const desk = deskWith();
    forbid(desk, '/api/policy/proposals');
    const { screen } = await openConsole('/policy/changes', desk);
    await screen.reads('The policy does not let you do this.');
    expect(await screen.text()).not.toContain('Nothing has been proposed.');
    expect(await screen.text()).not.toContain('What was in force');
  });

  it('is shown at once to whoever comes from a notice of it', async () => {
    const desk = deskWith();
    const { screen } = await openConsole(`/policy/changes/${desk.policy.proposals[0]?.id}`, desk);
    await screen.reads('-tool.record,own');
    expect(await screen.offers('Approve')).toBeTrue();
  });
});
