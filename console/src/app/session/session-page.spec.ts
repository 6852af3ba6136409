import { FakeDesk } from '../../testing/fake-desk.js';
import { openConsole } from '../../testing/open-console.js';
import { greta, hugo, ivan } from '../../testing/people.js';
import { minutesAgo } from '../../testing/sample-session.js';
import { until } from '../../testing/until.js';

const aaron = {
  name: 'Aaron Whitfield',
  address: null,
  language: null,
  customer: null,
  department: null,
};

async function openSession(given: Parameters<FakeDesk['add']>[0] = {}) {
  const desk = new FakeDesk();
  const { id } = desk.add({ requester: aaron, ...given });
  const opened = await openConsole(`/sessions/${id}`, desk);
  await opened.screen.reads('Aaron Whitfield');
  return { ...opened, id };
}

function bodyOf(desk: FakeDesk, command: string): unknown {
  return desk.asked.findLast(
    ({ method, path }) => method === 'POST' && path.endsWith(`/${command}`),
  )?.body;
}

describe('a session before the screen is there', () => {
  it('asks for the screen, mouse and keyboard unless told otherwise, and waits for the answer', async () => {
    const { desk, screen } = await openSession();
    await screen.reads('Aaron Whitfield is ready');
    await screen.press('Start');
    await screen.reads('Waiting for Aaron Whitfield to answer');
    await screen.reads('Without an answer it is a no.');
    expect(bodyOf(desk, 'start')).toEqual({ scopes: ['view', 'control'] });
    await screen.press('Call off');
    await screen.reads('Aaron Whitfield has not allowed it');
  });

  it('asks for what was chosen', async () => {
    const { desk, screen } = await openSession();
    await screen.reads('Share the clipboard');
    await screen.toggle('Use mouse and keyboard');
    await screen.toggle('Share the clipboard');
    await screen.press('Start');
    await until('it was asked', () => bodyOf(desk, 'start') !== undefined);
    expect(bodyOf(desk, 'start')).toEqual({ scopes: ['view', 'clipboard'] });
  });

  it('is raised one level by a button that is pressed twice', async () => {
    const { desk, screen, fixture } = await openSession({ abilities: ['escalate'] });
    await screen.press('Raise a level');
    await screen.reads('Raise to level 2');
    const page: unknown = fixture.nativeElement;
    const form =
      page instanceof HTMLElement ? page.querySelector('form:has(#escalate-reason)') : null;
    if (!(form instanceof HTMLFormElement)) throw new Error('There is no form.');
    form.requestSubmit();
    form.requestSubmit();
    await screen.reads('Raised a level.');
    expect(desk.asked.filter(({ path }) => path.endsWith('/escalate')).length).toBe(1);
  });

  it('says what the policy keeps from one, and who could', async () => {
    const { screen } = await openSession({
      refusals: [
        { action: 'tool.record', roles: ['channel-manager'], onceMine: false },
        { action: 'tool.view', roles: ['channel-technician'], onceMine: true },
      ],
    });
    await screen.reads('could be done by: channel managers');
    await screen.reads('for whoever answers for the session');
  });

  it('shows the device in human units, and nothing that is not known', async () => {
    const info = {
      system: 'Debian',
      memoryBytes: 8_589_934_592,
      administrator: true,
      user: 'aaron',
    };
    const { screen } = await openSession({
      deviceCard: { kind: 'helper', info, lastSeenAt: minutesAgo(0) },
    });
    await screen.reads('8 GB');
    await screen.reads('aaron · administrator');
    expect(await screen.text()).not.toContain('Time zone');
  });
});

describe('a session', () => {
  it('follows what happens to it elsewhere', async () => {
    const { desk, screen, id } = await openSession();
    await until('the console listens', () => desk.live.listeners === 1);
    desk.change(id, {
      state: 'closed',
      endedAt: minutesAgo(0),
      outcome: 'abandoned',
      abilities: ['reopen'],
    });
    await screen.reads('Left by the user');
    await screen.press('Open again');
    await screen.reads('Aaron Whitfield is ready');
  });

  it('is no longer shown as mine once somebody has taken it to where I do not see it', async () => {
    const { desk, screen, id } = await openSession();
    await until('the console listens', () => desk.live.listeners === 1);
    desk.sessions.delete(id);
    desk.live.send('gone', { id });
    await screen.reads('This session is no longer with you');
    expect(await screen.offers('Close…')).toBeFalse();
    desk.live.send('gone', { id });
    await screen.reads('This session is no longer with you');
  });

  it('sends a chat message by Enter and shows it once', async () => {
    const { desk, screen, id } = await openSession();
    await screen.fill('Write to Aaron Whitfield…', 'Hello there');
    await screen.enter('Write to Aaron Whitfield…');
    await until('the message is there', () => desk.messages.length === 1);
    await screen.noLongerReads('Sending…');
    expect((await screen.text()).split('Hello there').length).toBe(2);
    expect(desk.messages[0]?.sessionId).toBe(id);
  });

  it('counts what the user wrote while the chat was out of sight', async () => {
    const { desk, screen, id } = await openSession();
    await screen.press('Timeline');
    await until('the console listens', () => desk.live.listeners === 1);
    const message = { id: crypto.randomUUID(), sessionId: id, at: minutesAgo(0) };
    desk.live.send('message', { ...message, side: 'user', author: 'Aaron Whitfield', text: 'Hi' });
    await screen.reads('1 unread message');
    await screen.press('Chat');
    await screen.noLongerReads('1 unread message');
  });

  it('is closed with an outcome and a remark', async () => {
    const { desk, screen } = await openSession();
    await screen.press('Close…');
    await screen.toggle('Not solved');
    await screen.fill('Remark', 'Comes back on Monday');
    await screen.press('Close session');
    await screen.reads('Session closed.');
    expect(bodyOf(desk, 'close')).toEqual({ outcome: 'unsolved', remark: 'Comes back on Monday' });
  });

  it('is handed over to whom one chooses, with a note', async () => {
    const { desk, screen } = await openSession();
    await screen.press('Hand over');
    await screen.reads('Hugo Brandt');
    await screen.toggle('Hugo Brandt');
    await screen.fill('Note for whoever takes it', 'Knows the printer');
    await screen.press('Hand over');
    await until('it was handed over', () => bodyOf(desk, 'transfer') !== undefined);
    expect(bodyOf(desk, 'transfer')).toEqual({
      channel: 'design-mac',
      technician: 'hugo',
      warm: true,
      acceptWithinSeconds: 120,
      note: 'Knows the printer',
    });
  });

  it('stays with one who cannot hand it over, and the dialog says why and keeps what was written', async () => {
    const { desk, screen } = await openSession();
    await screen.press('Hand over');
    await screen.reads('Hugo Brandt');
    await screen.toggle('Hugo Brandt');
    await screen.fill('Note for whoever takes it', 'Knows the printer');
    desk.refusal = { type: '/problems/technician-not-of-channel', title: 'No.', status: 422 };
    await screen.press('Hand over');
    await screen.reads('This technician cannot take sessions of that channel.');
    expect(await screen.filledIn('Note for whoever takes it')).toBe('Knows the printer');
  });

  it('is given to somebody without asking them, by whom the policy lets', async () => {
    const { desk, screen } = await openSession({ abilities: ['assign', 'transfer'] });
    await screen.press('Give to…');
    await screen.reads('It is theirs at once');
    await screen.toggle('Hugo Brandt');
    await screen.fill('Note for whoever takes it', 'Knows the printer');
    await screen.press('Give');
    await screen.reads('The session is with Hugo Brandt now.');
    expect(bodyOf(desk, 'assign')).toEqual({ technician: 'hugo', note: 'Knows the printer' });
  });

  it('is handed to a group coldly, with another time to accept in', async () => {
    const { desk, screen } = await openSession();
    await screen.press('Hand over');
    await screen.reads('Mac specialists');
    await screen.toggle('Mac specialists');
    await screen.toggle('I leave now');
    await screen.press('Hand over');
    await until('it was handed over', () => bodyOf(desk, 'transfer') !== undefined);
    expect(bodyOf(desk, 'transfer')).toEqual({
      channel: 'design-mac',
      group: 'mac-specialists',
      warm: false,
      acceptWithinSeconds: 120,
    });
  });

  it('says that it is offered to me until when, and takes my no', async () => {
    const until30s = new Date(Date.now() + 30_000).toISOString();
    const { desk, screen } = await openSession({
      assignee: null,
      offer: { technician: greta, until: until30s },
      abilities: ['claim', 'decline'],
    });
    await screen.reads('Aaron Whitfield is offered to you.');
    expect(await screen.offers('Accept')).toBeTrue();
    await screen.press('Decline');
    await screen.reads('Declined.');
    expect(desk.asked.some(({ path }) => path.endsWith('/decline'))).toBeTrue();
  });

  it('shows a hand-over under way with its note, and lets one call it off', async () => {
    const { screen } = await openSession({
      transfer: {
        kind: 'technician',
        name: 'Hugo Brandt',
        channel: 'design-mac',
        person: hugo,
        by: { kind: 'technician', person: greta },
        warm: true,
        until: new Date(Date.now() + 60_000).toISOString(),
        note: 'Knows the printer',
      },
      abilities: ['call-off-transfer'],
    });
    await screen.reads('Being handed over to Hugo Brandt');
    await screen.reads('Knows the printer');
    await screen.press('Call it off');
    await screen.noLongerReads('Being handed over to Hugo Brandt');
  });

  it('is shared with a guest, who is lent what one chooses', async () => {
    const { desk, screen } = await openSession({ abilities: ['invite'] });
    await screen.press('Invite somebody');
    await screen.reads('From outside');
    await screen.toggle('Ivan');
    await screen.reads('may do here');
    await screen.toggle('Chat and notes');
    await screen.press('Invite');
    await until('somebody was asked', () => bodyOf(desk, 'collaborators') !== undefined);
    expect(bodyOf(desk, 'collaborators')).toEqual({
      technician: 'ivan',
      guest: { actions: ['session.view', 'tool.view', 'tool.chat', 'session.note'], minutes: 60 },
    });
  });

  it('names everybody who is in it, and hands the mouse over and back', async () => {
    const { desk, screen } = await openSession({
      state: 'active',
      driver: greta,
      participants: [
        { person: greta, part: 'driver', watching: true },
        { person: hugo, part: 'collaborator', watching: true },
      ],
      collaborators: [
        { person: hugo, joined: true, guestUntil: null },
        { person: ivan, joined: false, guestUntil: minutesAgo(-60) },
      ],
      abilities: ['invite', 'give-mouse', 'watch', 'drive'],
    });
    await screen.reads('is in it too');
    await screen.reads('invited');
    await screen.press('Give mouse: Hugo Brandt');
    await until('the mouse was given', () => bodyOf(desk, 'mouse') !== undefined);
    expect(bodyOf(desk, 'mouse')).toEqual({ technician: 'hugo' });
  });

  it('offers nothing that the desk does not let one do', async () => {
    const { screen } = await openSession({ abilities: [] });
    await screen.reads('You cannot start this session.');
    for (const name of ['Start', 'Hold', 'Hand over', 'Close…', 'Raise a level']) {
      expect(await screen.offers(name))
        .withContext(name)
        .toBeFalse();
    }
  });

  it('is said to be nowhere when it may not be seen', async () => {
    const { screen } = await openConsole('/sessions/00000000-0000-4000-8000-00000000dead');
    await screen.reads('There is nothing here that you may see.');
  });
});
