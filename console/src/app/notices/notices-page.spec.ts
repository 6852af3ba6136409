import { openConsole } from '../../testing/open-console.js';
import { FakeDesk } from '../../testing/fake-desk.js';
import { until } from '../../testing/until.js';
import { hugo } from '../../testing/people.js';
import type { Notice, NoticeKind } from '../desk/contract.js';

describe('notices', () => {
  const notice = (kind: NoticeKind, requester: string): Notice => ({
    ...{ id: crypto.randomUUID(), kind, at: new Date().toISOString(), unread: true },
    session: {
      ...{ id: crypto.randomUUID(), number: 1042, subject: 'No sound', requester },
      channel: { key: 'general', name: 'General' },
    },
    proposal: null,
    cause: null,
  });

  it('show what the desk told me, and what it tells as I look', async () => {
    const desk = new FakeDesk();
    desk.notices.push(notice('user-wrote', 'Ada'));
    const { screen } = await openConsole('/notices', desk);
    await screen.reads('Your user wrote');
    await screen.reads('#1042 Ada');
    await until('the console listens', () => desk.live.listeners === 1);
    desk.live.send('notice', notice('offered', 'Bob'));
    await screen.reads('Offered to you');
    await screen.reads('Notices2');
  });

  it('of a change of the policy are told as they come, and lead to it', async () => {
    const desk = new FakeDesk();
    const atDesk = ['policy.read', 'policy.approve'] as const;
    desk.me = { ...desk.me, actions: { atDesk: [...atDesk], anywhere: [...atDesk] } };
    const { screen, fixture } = await openConsole('/notices', desk);
    await until('the console listens', () => desk.live.listeners === 1);
    const proposal = { id: crypto.randomUUID(), title: 'No recording', proposedBy: hugo };
    desk.notices.push({ ...notice('policy-proposed', ''), session: null, proposal });
    desk.live.send('directory', { parts: ['notices'] });
    await screen.reads('A change of the policy waits for you');
    await screen.reads('No recording');
    await screen.reads(`· ${hugo.name}`);
    await screen.reads('Notices1');
    const page = fixture.nativeElement as HTMLElement;
    const link = page.querySelector('.notice-line')?.getAttribute('href');
    expect(link).toBe(`/policy/changes/${proposal.id}`);
    expect(page.querySelector('.choices')?.textContent).not.toContain('The audit log');
  });

  it('of what is raised say to which level and why, and so does what is said aloud', async () => {
    const desk = new FakeDesk();
    const byHand = { by: 'person', level: 2, reason: 'He waits at the airport' } as const;
    desk.notices.push({ ...notice('escalated', 'Ada'), cause: byHand });
    const { screen } = await openConsole('/notices', desk);
    await screen.reads('Raised to level 2');
    await screen.reads('“He waits at the airport”');
    await until('the console listens', () => desk.live.listeners === 1);
    const byPromise = { by: 'promise', level: 3, clock: 'first-response', percent: 80 } as const;
    desk.live.send('notice', { ...notice('escalated', 'Bob'), cause: byPromise });
    await screen.reads('Raised to level 3: Bob No sound · 80 % of “First response” used up');
    const byRule = { by: 'rule', level: 3, rule: 'Nobody has taken it' } as const;
    desk.live.send('notice', { ...notice('escalated', 'Cy'), cause: byRule });
    await screen.reads('Raised to level 3: Cy No sound · By the rule “Nobody has taken it”');
    const reason = `${'x'.repeat(119)}yz`;
    desk.live.send('notice', { ...notice('escalated', 'Di'), cause: { ...byHand, reason } });
    await screen.reads(`Raised to level 2: Di No sound · “${'x'.repeat(119)}…`);
  });

  it('show of a long reason two lines, and all of it to who points at them', async () => {
    const desk = new FakeDesk();
    const reason = 'He waits at the airport. '.repeat(80).trim();
    const cause = { by: 'person', level: 2, reason } as const;
    desk.notices.push({ ...notice('escalated', 'Ada'), cause });
    const { screen, fixture } = await openConsole('/notices', desk);
    await screen.reads('Raised to level 2');
    const page = fixture.nativeElement as HTMLElement;
    const line = page.querySelector<HTMLElement>('.notice-reason');
    expect(line?.title).toBe(`“${reason}”`);
    const { clientHeight = 0, scrollHeight = 0 } = line ?? {};
    expect(clientHeight).toBeGreaterThan(0);
    expect(clientHeight * 2).toBeLessThan(scrollHeight);
  });

  it('are no longer counted once I have seen them', async () => {
    const desk = new FakeDesk();
    const told = notice('escalated', 'Ada');
    desk.notices.push(told);
    const { screen } = await openConsole('/notices', desk);
    await screen.reads('Notices1');
    await screen.press('I have seen these');
    await screen.noLongerReads('Notices1');
    const asked = desk.asked.find(({ method }) => method === 'POST');
    expect(asked?.body).toEqual({ upTo: told.id });
  });

  it('come by mail as I choose', async () => {
    const { desk, screen, fixture } = await openConsole('/notices');
    await screen.reads('Mails go to greta@example.org');
    const page: unknown = fixture.nativeElement;
    if (!(page instanceof HTMLElement)) throw new Error('There is no page.');
    const boxes = page.querySelectorAll<HTMLInputElement>('.choices input');
    boxes[0]?.click();
    await until('the desk is told', () => desk.asked.some(({ method }) => method === 'PUT'));
    const asked = desk.asked.find(({ method }) => method === 'PUT');
    expect(asked?.body).toEqual({ mail: ['escalated', 'offered'] });
  });
});
